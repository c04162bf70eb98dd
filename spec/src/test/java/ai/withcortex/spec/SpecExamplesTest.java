package ai.withcortex.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example is valid according to the spec: a file in a folder as a value of the schema with the
 * folder's name, or an array of such values; any other file as either an error or a page of runs.
 */
@Tag("spec")
final class SpecExamplesTest {
  private final SpecValidator validator = SpecValidator.load();

  static List<Path> examples() throws IOException, URISyntaxException {
    Path directory = Path.of(SpecExamplesTest.class.getResource("examples").toURI());
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isValid(Path example) throws IOException {
    String json = Files.readString(example);
    String folder = example.getParent().getFileName().toString();
    boolean isError = example.getFileName().toString().startsWith("error-");
    String schema = isError ? "ErrorResponse" : folder.equals("examples") ? "Run" : folder;
    List<String> errors =
        json.startsWith("[")
            ? validator.errorsInArray(schema, json)
            : validator.errors(schema, json);
    assertEquals(List.of(), errors);
  }
}
