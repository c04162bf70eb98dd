package ai.withcortex.regeneration.api;

import static java.util.Objects.requireNonNull;

import ai.withcortex.regeneration.Effect;
import ai.withcortex.regeneration.api.ApiClass.Member;
import ai.withcortex.regeneration.api.ApiClass.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the public API of one module.
 *
 * @param breaks all that break somebody
 * @param accepted those of them that are on purpose, with the reason
 * @param harmless what breaks nobody, with the reason
 */
public record ApiComparison(
    List<String> added,
    List<String> removed,
    List<ApiBreak> breaks,
    Map<ApiBreak, String> accepted,
    Map<ApiBreak, String> harmless) {

  /** What the changes ask of those who use the module. */
  public Effect effect() {
    if (!breaks.isEmpty()) {
      return Effect.BREAKING;
    }
    return added.isEmpty() ? Effect.COMPATIBLE : Effect.ADDITIVE;
  }

  /** Whether the module has the API that it had. */
  public boolean isUnchanged() {
    return added.isEmpty() && removed.isEmpty();
  }

  /** The breaks that nobody gave a reason for. */
  public List<ApiBreak> unaccepted() {
    return breaks.stream().filter(found -> !accepted.containsKey(found)).toList();
  }

  /**
   * Compares all modules of a release with their successors, since one refers to classes of
   * another.
   *
   * @param released by the name of their module
   * @param current by the name of their module
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
    List<ApiBreak> breaks = new ArrayList<>(ClassFileComparison.breaks(released, current));
    for (String module : released.keySet()) {
      breaks.addAll(nullness(released.get(module), current.getOrDefault(module, nothing)));
    }
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

  /** The lines of one that another lacks. Of a class that is new as a whole, the class only. */
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

  /** Where null may come now and did not, or may not be given any more. */
  private static List<ApiBreak> nullness(PublicApi released, PublicApi current) {
    List<ApiBreak> breaks = new ArrayList<>();
    Map<String, ApiClass> now = current.byName();
    for (ApiClass old : released.classes()) {
      ApiClass apiClass = now.get(old.name());
      if (apiClass == null) {
        continue;
      }
      for (Member member : old.members()) {
        Member successor = successor(old, member, apiClass);
        if (successor != null && isStricter(member, successor)) {
          breaks.add(new ApiBreak(old.name(), member.name(), "NULLNESS", false, true));
        }
      }
    }
    return breaks;
  }

  private static @Nullable Member successor(ApiClass old, Member member, ApiClass now) {
    String key = member.name() + member.descriptor(old.scope());
    return now.members().stream()
        .filter(m -> key.equals(m.name() + m.descriptor(now.scope())))
        .findFirst()
        .orElse(null);
  }

  private static boolean isStricter(Member old, Member now) {
    if (!old.type().isNullable() && now.type().isNullable()) {
      return true;
    }
    List<Slot> oldParameters = old.parameters();
    List<Slot> parameters = now.parameters();
    if (oldParameters == null || parameters == null) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (oldParameters.get(i).isNullable() && !parameters.get(i).isNullable()) {
        return true;
      }
    }
    return false;
  }
}
