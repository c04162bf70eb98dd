package ai.withcortex.regeneration.api;

import static java.util.Objects.requireNonNull;

import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.version.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The changes in the public API of one module.
 *
 * @param added the new lines of the signature file
 * @param removed the removed lines of the signature file
 * @param breaks all changes that break user code
 * @param accepted the intentional breaks, with their reasons
 * @param harmless the changes that are harmless according to a policy, with the reasons
 */
public record ApiComparison(
    List<String> added,
    List<String> removed,
    List<ApiBreak> breaks,
    Map<ApiBreak, String> accepted,
    Map<ApiBreak, String> harmless) {

  /** Returns the effect of the changes on users of the module. */
  public Effect effect() {
    if (!breaks.isEmpty()) {
      return Effect.BREAKING;
    }
    return added.isEmpty() ? Effect.COMPATIBLE : Effect.ADDITIVE;
  }

  /** Returns whether nothing was added or removed. */
  public boolean isUnchanged() {
    return added.isEmpty() && removed.isEmpty();
  }

  /** Returns the breaks without a reason. */
  public List<ApiBreak> unaccepted() {
    return breaks.stream().filter(found -> !accepted.containsKey(found)).toList();
  }

  /**
   * Compares all modules together, because they refer to each other's classes.
   *
   * @param released the released APIs by module name
   * @param current the current APIs by module name
   */
  public static Map<String, ApiComparison> of(
      Map<String, PublicApi> released, Map<String, PublicApi> current, AcceptedBreaks accepted) {
    Map<String, ApiComparison> byModule = new TreeMap<>();
    Map<String, String> modules = new TreeMap<>();
    PublicApi nothing = new PublicApi(List.of());
    Map<String, PublicApi> all = new TreeMap<>(released);
    current.forEach(all::putIfAbsent);
    for (String module : all.keySet()) {
      PublicApi old = released.getOrDefault(module, nothing);
      PublicApi now = current.getOrDefault(module, nothing);
      old.classes().forEach(c -> modules.put(c.name(), module));
      now.classes().forEach(c -> modules.put(c.name(), module));
      byModule.put(
          module,
          new ApiComparison(
              missing(now, old),
              missing(old, now),
              new ArrayList<>(),
              new LinkedHashMap<>(),
              new LinkedHashMap<>()));
    }
    List<ApiBreak> breaks = new ArrayList<>(JapicmpComparison.breaks(released, current));
    breaks.addAll(ApiRules.breaks(classes(released), classes(current)));
    for (ApiBreak found : breaks) {
      ApiComparison comparison =
          requireNonNull(byModule.get(modules.get(found.className())), found::text);
      accepted
          .policy(found)
          .ifPresentOrElse(
              reason -> comparison.harmless().put(found, reason),
              () -> comparison.breaks().add(found));
    }
    for (ApiComparison comparison : byModule.values()) {
      for (ApiBreak found : comparison.breaks()) {
        accepted.reason(found).ifPresent(reason -> comparison.accepted().put(found, reason));
      }
    }
    return byModule;
  }

  /**
   * Returns the lines of one API that are missing in the other API, without the members of missing
   * classes.
   */
  private static List<String> missing(PublicApi of, PublicApi in) {
    Map<String, ApiClass> others = in.byName();
    List<String> missing = new ArrayList<>();
    for (ApiClass apiClass : of.classes()) {
      ApiClass other = others.get(apiClass.name());
      if (other == null || !other.text().equals(apiClass.text())) {
        missing.add(apiClass.text());
      }
      if (other != null) {
        List<String> known = other.members().stream().map(Member::text).toList();
        apiClass.members().stream()
            .map(Member::text)
            .filter(text -> !known.contains(text))
            .forEach(text -> missing.add(apiClass.name() + ": " + text));
      }
    }
    return missing;
  }

  private static Map<String, ApiClass> classes(Map<String, PublicApi> modules) {
    Map<String, ApiClass> classes = new TreeMap<>();
    modules.values().forEach(api -> classes.putAll(api.byName()));
    return classes;
  }
}
