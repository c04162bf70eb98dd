package ai.withcortex.regeneration.api;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
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

/** What japicmp says of two versions of an API. */
final class ClassFileComparison {
  private ClassFileComparison() {}

  static List<ApiBreak> breaks(Map<String, PublicApi> released, Map<String, PublicApi> current) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.setAccessModifier(AccessModifier.PROTECTED);
    // Classes of other libraries, which signatures name.
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    List<ApiBreak> breaks = new ArrayList<>();
    for (JApiClass changed :
        new JarArchiveComparator(options).compare(archives(released), archives(current))) {
      add(breaks, changed, "", changed);
      if (changed.getChangeStatus() == JApiChangeStatus.REMOVED) {
        continue; // Its members went with it.
      }
      add(breaks, changed, "", changed.getSuperclass());
      changed.getInterfaces().forEach(i -> add(breaks, changed, "", i));
      changed.getFields().forEach(f -> add(breaks, changed, f.getName(), f));
      for (JApiConstructor constructor : changed.getConstructors()) {
        add(breaks, changed, ApiClass.Member.CONSTRUCTOR, constructor);
        constructor
            .getParameters()
            .forEach(p -> add(breaks, changed, ApiClass.Member.CONSTRUCTOR, p));
      }
      for (JApiMethod method : changed.getMethods()) {
        add(breaks, changed, method.getName(), method);
        add(breaks, changed, method.getName(), method.getReturnType());
        method.getParameters().forEach(p -> add(breaks, changed, method.getName(), p));
      }
    }
    breaks.removeIf(found -> concernsSubclassesOnly(found) && !isExtendable(found, released));
    return breaks.stream().distinct().toList();
  }

  private static boolean concernsSubclassesOnly(ApiBreak found) {
    return found.change().startsWith("METHOD_ABSTRACT_ADDED");
  }

  /** Whether other packages could have subclasses. */
  private static boolean isExtendable(ApiBreak found, Map<String, PublicApi> released) {
    return released.values().stream()
        .flatMap(api -> api.classes().stream())
        .filter(apiClass -> apiClass.name().equals(found.className()))
        .anyMatch(
            apiClass ->
                apiClass.is("interface")
                    || apiClass.members().stream()
                        .anyMatch(m -> m.name().equals(ApiClass.Member.CONSTRUCTOR)));
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
