package consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Prints the listing, if the client is made of modules that say what they are.
 *
 * <p>No package is in two of them: the JVM does not start with modules of which that is true.
 */
public final class ListRunsOfModules {
  /** The packages whose public classes are for other packages of their module only. */
  private static final Set<String> INTERNAL =
      Set.of(
          "ai.withcortex.core.body",
          "ai.withcortex.core.call",
          "ai.withcortex.core.http",
          "ai.withcortex.core.text",
          "ai.withcortex.client.internal",
          "ai.withcortex.client.internal.awaiting",
          "ai.withcortex.client.internal.paging",
          "ai.withcortex.testing.sample",
          "ai.withcortex.testing.server",
          "ai.withcortex.testing.store");

  private ListRunsOfModules() {}

  public static void main(String[] arguments) {
    for (String name : List.of("core", "generated", "client", "testing")) {
      check(ModuleLayer.boot().findModule("ai.withcortex." + name).orElseThrow());
    }
    ListRuns.main(arguments);
  }

  private static void check(Module module) {
    ModuleDescriptor descriptor = module.getDescriptor();
    if (descriptor.isAutomatic()) {
      throw new IllegalStateException(module + " has no module-info");
    }
    Set<String> exported =
        descriptor.exports().stream()
            .filter(Predicate.not(ModuleDescriptor.Exports::isQualified))
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> expected = packagesWithPublicClasses(module);
    expected.removeAll(INTERNAL);
    if (!exported.equals(expected)) {
      throw new IllegalStateException(
          module
              + " exports "
              + exported
              + ", and these have public classes and are not internal: "
              + expected);
    }
  }

  private static Set<String> packagesWithPublicClasses(Module module) {
    ResolvedModule resolved =
        module.getLayer().configuration().findModule(module.getName()).orElseThrow();
    try (ModuleReader reader = resolved.reference().open()) {
      return reader
          .list()
          .filter(file -> file.endsWith(".class") && !file.contains("-info"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .map(name -> Class.forName(module, name))
          .filter(type -> Modifier.isPublic(type.getModifiers()))
          .map(Class::getPackageName)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
