package ai.withcortex.codegen;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.codegen.source.JavaNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A schema may have the name of any class that generated code uses, unless the generator rejects
 * the name. The names come from the templates and from what they and Immutables write, so they are
 * complete.
 */
final class LibraryNamesTest {
  private static final Pattern NO_CODE =
      Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|//.*|(?s:/\\*.*?\\*/)|\\{\\{.*?}}");

  private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z0-9]*\\b");

  private static Set<String> names;

  @TempDir Path folder;

  @BeforeAll
  static void collect(@TempDir Path folder) throws IOException {
    Map<String, String> client =
        GeneratedSources.of(
            Path.of("src/test/resources/second-api/spec.yaml"),
            folder.resolve("generated"),
            "library.api",
            "library.model");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    CompiledSources.compile(client, classes);
    Map<String, String> texts = new TreeMap<>(client);
    texts.putAll(GeneratedSources.read(classes)); // Immutables writes its sources there.
    try (Stream<Path> templates = Files.list(Path.of("src/main/resources/cortex-java"))) {
      for (Path template : (Iterable<Path>) templates::iterator) {
        texts.put(template.toString(), Files.readString(template));
      }
    }
    Map<String, String> byFile = new TreeMap<>();
    for (String text : texts.values()) {
      NAME.matcher(NO_CODE.matcher(text).replaceAll(" "))
          .results()
          // A schema called Model needs the class ModelJsonAdapter.
          .map(name -> name.group().replaceFirst("(?<=.)JsonAdapter$", ""))
          .forEach(name -> byFile.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    }
    byFile.keySet().removeAll(JavaNames.RESERVED_CLASSES);
    names = new TreeSet<>(byFile.values());
    // Like JsonAdapter, this name needs the class ImmutableJsonAdapter.
    names.remove("Immutable");
    // Most names in capitals are constants. Retrofit's annotations are imported.
    names.removeIf(
        name ->
            name.equals(name.toUpperCase(Locale.ROOT))
                && texts.values().stream().noneMatch(text -> text.contains("http." + name + ";")));
    names.add("R"); // A type parameter.
    texts.keySet().forEach(file -> names.remove(file.replaceFirst(".*/(.*)\\..*", "$1")));
    assertTrue(names.containsAll(Set.of("Factory", "GET", "LinkedHashMap")), names::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: object, required: [a], properties: {a: {type: number}}}",
        "{type: string, enum: [a, b]}",
        "{oneOf: [{$ref: '#/components/schemas/Variant%1$s'}], discriminator: {propertyName: kind,"
            + " mapping: {a: '#/components/schemas/Variant%1$s'}}}, Variant%1$s: {allOf: [{$ref:"
            + " '#/components/schemas/Base'}]}"
      })
  void schemaMayHaveAnyOtherName(String schema) throws IOException {
    String spec =
        """
        openapi: 3.0.3
        info: {title: Names, version: 1.0.0}
        paths:
        """
            + each(
                "  /%1$s: {post: {operationId: x%1$s, tags: [a], requestBody: {content:"
                    + " {application/json: {schema: {$ref: '#/components/schemas/%1$s'}}}},"
                    + " responses: {'200': {description: d, content: {application/json: {schema:"
                    + " {$ref: '#/components/schemas/%1$s'}}}}}}, put: {operationId: y%1$s, tags:"
                    + " [a], requestBody: {content: {multipart/form-data: {schema: {type: object,"
                    + " properties: {a: {$ref: '#/components/schemas/%1$s'}, b: {type: string,"
                    + " format: binary}, c: {type: array, items: {type: string, format:"
                    + " binary}}}}}}}, responses: {'204': {description: d}}}}\n")
            + "components:\n  schemas: {\n"
            + each("    %1$s: " + schema + ",\n")
            + "    Base: {type: object, required: [kind], properties: {kind: {type: string}}},\n"
            + "    Every: {type: object, properties: {\n"
            + each(
                "      %1$s_one: {$ref: '#/components/schemas/%1$s'},\n"
                    + "      %1$s_list: {type: array, items: {$ref:"
                    + " '#/components/schemas/%1$s'}},\n"
                    + "      %1$s_map: {type: object, additionalProperties: {$ref:"
                    + " '#/components/schemas/%1$s'}},\n")
            + "    }}}\n";
    Path file = Files.writeString(folder.resolve("spec.yaml"), spec);
    Map<String, String> sources =
        GeneratedSources.of(file, folder.resolve("generated"), "names.api", "names.model");
    CompiledSources.compile(sources, Files.createDirectory(folder.resolve("classes")));
  }

  private static String each(String line) {
    return names.stream().map(name -> line.replace("%1$s", name)).collect(joining());
  }
}
