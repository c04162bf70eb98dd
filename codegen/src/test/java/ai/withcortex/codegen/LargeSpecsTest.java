package ai.withcortex.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.withcortex.codegen.spec.RefusedSpecException;
import ai.withcortex.core.json.OpenEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The largest enums, objects, unions and methods compile, and larger ones are refused. Java limits
 * the size of methods and their number of parameters.
 */
final class LargeSpecsTest {
  @TempDir Path folder;

  @Test
  void generatesEnums() throws Exception {
    Map<String, String> sources = generate(schemas(enumeration(4000)));
    Class<?> generated = compile(sources).loadClass("golden.model.Big");
    for (String value : List.of("v0", "v3999", "v4000")) {
      OpenEnum constant = (OpenEnum) generated.getMethod("of", String.class).invoke(null, value);
      assertEquals(value, constant.value());
      assertEquals(!value.equals("v4000"), constant.isKnown());
    }
  }

  @Test
  void refusesTheFieldOfLargeEnums() {
    String names = "], x-enum-varnames: [byValue, " + list(250, i -> "C" + i) + "]}";
    assertRefused(
        schemas(enumeration(251).replace("]}", names)),
        "#/components/schemas/Big/enum/0 would become the constant 'byValue', but that name is"
            + " taken or not valid in Java. Choose a name with enumNameMappings, such as v0=V0.");
  }

  @Test
  void generatesManyFinalValues() throws Exception {
    String values = list(3999, i -> "v" + i);
    String schema = "Big: {type: string, enum: [" + values + ", w], x-ended: [" + values + "]}";
    Class<?> generated = compile(generate(schemas(schema))).loadClass("golden.model.Big");
    for (String value : List.of("v0", "v3998", "w", "other")) {
      Object constant = generated.getMethod("of", String.class).invoke(null, value);
      assertEquals(value.startsWith("v"), generated.getMethod("isEnded").invoke(constant), value);
    }
  }

  @Test
  void generatesManyChoices() throws Exception {
    compile(generate(choices(1000, 252)));
  }

  @Test
  void refusesMoreChoices() {
    assertRefused(
        choices(1001, 5),
        "#/paths/~1x/get has optional parameters with 5005 values in their enums, and at most 5000"
            + " are possible. Remove an enum: a string without an enum can have any value.");
  }

  @Test
  void tellsMoreChoicesWithOtherFaults() {
    String others = ", Run: {type: object, properties: {class: {type: string}}}}}";
    RuntimeException failure =
        assertThrows(
            RuntimeException.class,
            () -> generate(choices(1001, 5).replaceFirst("\\}\\}$", others)));
    assertEquals(
        "spec.yaml has 2 faults",
        String.valueOf(failure.getMessage()).replaceFirst("(?s) \\(.*", ""));
  }

  @Test
  void refusesLongNames() {
    assertRefused(
        schemas("A: {type: string, enum: [" + "a".repeat(20_001) + "]}"),
        "#/components/schemas/A/enum/0 has a name of 20001 characters, and at most 20000 are"
            + " possible. Remove it, or shorten the name.");
  }

  @Test
  void refusesLargerEnums() {
    assertRefused(
        schemas(enumeration(4001)),
        "#/components/schemas/Big/enum has 4001 values, and at most 4000 are possible."
            + " Remove it: a string without an enum can have any value.");
  }

  @Test
  void generatesObjects() throws Exception {
    compile(generate(schemas("Big: {type: object, properties: {" + properties(0, 500) + "}}")));
  }

  @Test
  void refusesLargerObjects() {
    assertRefused(
        schemas(
            "Base: {type: object, properties: {"
                + properties(0, 300)
                + "}}, Big: {allOf: [{$ref: '#/components/schemas/Base'},"
                + " {type: object, properties: {"
                + properties(300, 501)
                + "}}]}"),
        "#/components/schemas/Big has 501 properties, and at most 500 are possible."
            + " Remove some: the client keeps them as additional properties.");
  }

  @Test
  void generatesUnions() throws Exception {
    compile(generate(schemas(union(200))));
  }

  @Test
  void refusesLargerUnions() {
    assertRefused(
        schemas(union(201)),
        "#/components/schemas/Big has 201 variants, and at most 200 are possible."
            + " Remove some: the client keeps their objects as unknown variants.");
  }

  @Test
  void refusesMoreClasses() {
    assertRefused(
        schemas(list(3501, i -> "C" + i + "x: {type: string, enum: [a]}")),
        "#/components/schemas needs 3501 classes, and at most 3500 are possible."
            + " Remove schemas that are not used, or split the spec.");
  }

  @Test
  void generatesMethods() throws Exception {
    String required =
        "{name: id, in: query, required: true, schema: {type: integer, format: int64}}";
    compile(generate(operation(required + ", " + parameters(252))));
  }

  @Test
  void refusesLargerMethods() {
    String required =
        "{name: id, in: query, required: true, schema: {type: integer, format: int64}}";
    assertRefused(
        operation(required + ", " + parameters(253)),
        "#/paths/~1x/get has parameters of size 255 (2 for each long or double, 1 for any other),"
            + " and Java methods can have 254."
            + " Remove optional ones, or send them in a JSON body.");
  }

  /** The parser tells the same about each of them, which must not be searched for each time. */
  @Test
  void refusesManyEqualFaults() {
    String tags = "paths: {}\ntags: [" + list(1500, i -> "{description: d}") + "]";
    RuntimeException failure =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> assertThrows(RuntimeException.class, () -> generate(tags)));
    assertEquals(
        "spec.yaml has 1500 faults",
        String.valueOf(failure.getMessage()).replaceFirst("(?s) \\(.*", ""));
  }

  private static String schemas(String schemas) {
    return "paths: {}\ncomponents: {schemas: {" + schemas + "}}";
  }

  private static String enumeration(int count) {
    return "Big: {type: string, enum: [" + list(count, i -> "v" + i) + "]}";
  }

  private static String properties(int start, int end) {
    return list(end - start, i -> "p" + (start + i) + ": {type: string}");
  }

  private static String union(int count) {
    return "Base: {type: object, required: [kind], properties: {kind: {type: string}}},"
        + list(count, i -> "V" + i + "x: {allOf: [{$ref: '#/components/schemas/Base'}]}")
        + ", Big: {oneOf: ["
        + list(count, i -> "{$ref: '#/components/schemas/V" + i + "x'}")
        + "], discriminator: {propertyName: kind, mapping: {"
        + list(count, i -> "v" + i + ": '#/components/schemas/V" + i + "x'")
        + "}}}";
  }

  /** Returns an operation of which five parameters have an enum; one of these is a list. */
  private static String choices(int values, int parameters) {
    String big = "{$ref: '#/components/schemas/Big'}";
    return operation(
            "{name: l, in: query, schema: {type: array, items: "
                + big
                + "}}, "
                + list(4, i -> "{name: e" + i + ", in: query, schema: " + big + "}")
                + ", "
                + parameters(parameters - 5))
        + "\ncomponents: {schemas: {"
        + enumeration(values)
        + "}}";
  }

  private static String operation(String parameters) {
    return "paths: {/x: {get: {operationId: getX, parameters: ["
        + parameters
        + "], responses: {'204': {description: done}}}}}";
  }

  private static String parameters(int count) {
    return list(count, i -> "{name: p" + i + ", in: query, schema: {type: string}}");
  }

  private static String list(int count, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(", "));
  }

  private Map<String, String> generate(String parts) throws IOException {
    Path spec = folder.resolve("spec.yaml");
    Files.writeString(spec, "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n" + parts + "\n");
    return GeneratedSources.of(spec, folder.resolve("out"), "golden.api", "golden.model");
  }

  private ClassLoader compile(Map<String, String> sources) throws IOException {
    return CompiledSources.compile(sources, Files.createDirectory(folder.resolve("classes")));
  }

  private void assertRefused(String parts, String message) {
    Throwable failure = assertThrows(RuntimeException.class, () -> generate(parts));
    while (!(failure instanceof RefusedSpecException) && failure.getCause() != null) {
      failure = failure.getCause();
    }
    assertEquals(
        message,
        String.valueOf(failure.getMessage()).replaceFirst("^spec\\.yaml:[0-9]+:[0-9]+: ", ""));
  }
}
