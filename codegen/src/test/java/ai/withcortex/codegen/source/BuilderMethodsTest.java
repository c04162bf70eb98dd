package ai.withcortex.codegen.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.codegen.CompiledSources;
import ai.withcortex.codegen.GeneratedSources;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The methods that the generator expects a builder to have are those that Immutables gives it. */
final class BuilderMethodsTest {
  /** The methods of each builder, whatever its properties. */
  private static final List<String> USUAL = List.of("build", "from");

  private static final List<String> NAMES =
      List.of("address", "addresses", "data", "entries", "ies", "itemS", "s", "series", "status");

  @TempDir Path folder;

  @Test
  void areThoseThatImmutablesGenerates() throws Exception {
    StringBuilder properties = new StringBuilder();
    Set<String> expected = new TreeSet<>(USUAL);
    expected.addAll(BuilderMethods.of("additionalProperties", "object"));
    for (String name : NAMES) {
      properties
          .append("        " + name + ": {type: string}\n")
          .append("        list_" + name + ": {type: array, items: {type: string}}\n")
          .append("        map_" + name + ": {type: object, additionalProperties: {}}\n");
      expected.addAll(BuilderMethods.of(JavaNames.accessor(name), "string"));
      expected.addAll(BuilderMethods.of(JavaNames.accessor("list_" + name), "array"));
      expected.addAll(BuilderMethods.of(JavaNames.accessor("map_" + name), "object"));
    }
    String schema = "      type: object\n      properties:\n" + properties;
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "openapi: 3.0.3\ninfo: {title: Methods, version: 1.0.0}\npaths: {}\n"
                + "components:\n  schemas:\n    Thing:\n"
                + schema);
    ClassLoader classes =
        CompiledSources.compile(
            GeneratedSources.of(spec, folder.resolve("generated"), "names.api", "names.model"),
            Files.createDirectory(folder.resolve("classes")));
    Class<?> builder = classes.loadClass("names.model.ImmutableThing$Builder");
    Set<String> actual = new TreeSet<>();
    Stream.of(builder.getDeclaredMethods())
        .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
        .map(Method::getName)
        .forEach(actual::add);
    assertEquals(expected, actual);
  }
}
