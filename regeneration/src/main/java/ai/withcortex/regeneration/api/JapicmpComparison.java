package ai.withcortex.regeneration.api;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the breaks that japicmp detects. */
final class JapicmpComparison {
  private JapicmpComparison() {}

  static List<ApiBreak> breaks(Map<String, PublicApi> released, Map<String, PublicApi> current) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.setAccessModifier(AccessModifier.PROTECTED);
    // Signatures refer to classes of other libraries.
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    List<ApiBreak> breaks = new ArrayList<>();
    for (JApiClass changed :
        new JarArchiveComparator(options).compare(archives(released), archives(current))) {
      add(breaks, changed, "", changed);
      if (changed.getChangeStatus() == JApiChangeStatus.REMOVED) {
        continue; // Its members are also gone.
      }
      add(breaks, changed, "", changed.getSuperclass());
      changed.getInterfaces().forEach(i -> add(breaks, changed, "", i));
      changed.getFields().forEach(f -> add(breaks, changed, f.getName(), f));
      List<JApiBehavior> behaviors = new ArrayList<>(changed.getConstructors());
      behaviors.addAll(changed.getMethods());
      for (JApiBehavior behavior : behaviors) {
        boolean isConstructor = behavior instanceof JApiConstructor;
        String name = isConstructor ? ApiClass.Member.CONSTRUCTOR : behavior.getName();
        add(breaks, changed, name, behavior);
        if (behavior instanceof JApiMethod method) {
          add(breaks, changed, name, method.getReturnType());
        }
        behavior.getParameters().forEach(p -> add(breaks, changed, name, p));
      }
    }
    breaks.removeIf(
        found ->
            found.change().startsWith("METHOD_ABSTRACT_ADDED")
                && released.values().stream().noneMatch(api -> isExtendable(found, api)));
    return breaks.stream().distinct().toList();
  }

  /**
   * Returns whether other packages could have subclasses. Annotations have a rule in {@link
   * ApiRules}.
   */
  private static boolean isExtendable(ApiBreak found, PublicApi api) {
    ApiClass type = api.byName().get(found.className());
    return type != null
        && (type.superclass() == null
            ? !type.isAnnotation()
            : type.members().stream().anyMatch(ApiClass.Member::isConstructor));
  }

  private static void add(
      List<ApiBreak> breaks, JApiClass changed, String member, JApiCompatibility element) {
    element.getCompatibilityChanges().stream()
        .filter(change -> !change.isBinaryCompatible() || !change.isSourceCompatible())
        .map(
            change ->
                new ApiBreak(
                    changed.getFullyQualifiedName(),
                    member,
                    change.getType().name(),
                    "",
                    !change.isBinaryCompatible(),
                    !change.isSourceCompatible()))
        .forEach(breaks::add);
  }

  private static List<JApiCmpArchive> archives(Map<String, PublicApi> modules) {
    List<JApiCmpArchive> archives = new ArrayList<>();
    modules.forEach(
        (module, api) -> {
          try {
            archives.add(new JApiCmpArchive(StubJar.of(api), module, module));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return archives;
  }
}
