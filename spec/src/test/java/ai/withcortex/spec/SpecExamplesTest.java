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

/** Each example is valid according to the spec, as either an error or a page of runs. */
@Tag("spec")
final class SpecExamplesTest {
  private final SpecValidator validator = SpecValidator.load();

  static List<Path> examples() throws IOException, URISyntaxException {
    Path directory = Path.of(SpecExamplesTest.class.getResource("examples").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isValid(Path example) throws IOException {
    String json = Files.readString(example);
    List<String> errors =
        example.getFileName().toString().startsWith("error-")
            ? validator.errors("ErrorResponse", json)
            : validator.errorsInArray("Run", json);
    assertEquals(List.of(), errors);
  }
}
