package ai.withcortex.codegen.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.codegen.GeneratedSources;
import ai.withcortex.codegen.spec.RefusedSpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * An unsupported construct ends the build with a message that says where it is in the spec and what
 * to write instead. Each row of the files under {@code refused} has a name, a part of a spec, and
 * the whole message.
 */
final class RefusedSpecsTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = {"/refused/schemas.txt", "/refused/compositions.txt", "/refused/names.txt"},
      delimiter = '|',
      quoteCharacter = '`')
  void refusesSchemas(String name, String schemas, String message) throws IOException {
    assertRefused(body("paths: {}\ncomponents: {schemas: " + schemas + "}\n"), message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = {"/refused/operations.txt", "/refused/parameters.txt"},
      delimiter = '|',
      quoteCharacter = '`')
  void refusesOperations(String name, String path, String message) throws IOException {
    assertRefused(body("paths: {/x: " + path + "}\n"), message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/refused/paths.txt", delimiter = '|', quoteCharacter = '`')
  void refusesPaths(String name, String paths, String message) throws IOException {
    assertRefused(body("paths: " + paths + "\n"), message);
  }

  /** Returns the spec, whose lines are separated by {@code \n} in the file. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/refused/documents.txt", delimiter = '|', quoteCharacter = '`')
  void refusesDocuments(String name, String document, String message) throws IOException {
    assertRefused(document == null ? "" : document.replace("\\n", "\n"), message);
  }

  /** Each row has the mapped names, which are those of properties and of an optional parameter. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/refused/mappings.txt", delimiter = '|', quoteCharacter = '`')
  void refusesMappings(String mappings, String message) throws IOException {
    Map<String, String> names =
        Stream.of(mappings.split(" "))
            .map(mapping -> mapping.split("="))
            .collect(Collectors.toMap(mapping -> mapping[0], mapping -> mapping[1]));
    assertRefused(
        body(
            "paths: {/x: {get: {operationId: x, parameters: [{name: q, in: query, schema: {type:"
                + " string}}], responses: {'204': {description: d}}}}}\n"
                + "components: {schemas: {A: {type: object, properties:"
                + " {aB: {type: string}, b: {type: string}}}}}\n"),
        message,
        names);
  }

  private static String body(String parts) {
    return "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n" + parts;
  }

  private void assertRefused(String document, String message) throws IOException {
    assertRefused(document, message, Map.of("else", "otherwise"));
  }

  private void assertRefused(String document, String message, Map<String, String> names)
      throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), document);
    Throwable failure =
        assertThrows(
            RuntimeException.class,
            () ->
                GeneratedSources.of(
                    spec,
                    folder.resolve("out"),
                    "golden.api",
                    "golden.model",
                    names,
                    Map.of(),
                    names));
    while (!(failure instanceof RefusedSpecException) && failure.getCause() != null) {
      failure = failure.getCause();
    }
    // FaultsTest checks positions.
    assertEquals(
        message,
        String.valueOf(failure.getMessage()).replaceFirst("^spec\\.yaml:[0-9]+:[0-9]+: ", ""));
  }
}
