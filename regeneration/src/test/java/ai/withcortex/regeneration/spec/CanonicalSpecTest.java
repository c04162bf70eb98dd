package ai.withcortex.regeneration.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.withcortex.regeneration.SpecEdit;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A different notation of the same thing is not a change, in either direction. */
final class CanonicalSpecTest {
  private static final Path BASE = Path.of("src/test/resources/base.yaml");
  private static final Path SAME = Path.of("src/test/resources/same.yaml");

  static Stream<JsonNode> edits() throws IOException {
    return SpecEdit.YAML.readTree(SAME.toFile()).valueStream();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void isTheSame(JsonNode edit) throws IOException {
    String base = Files.readString(BASE);
    String edited = SpecEdit.edited(base, edit);
    assertNotEquals(SpecEdit.YAML.readTree(base), SpecEdit.YAML.readTree(edited));
    assertEquals(List.of(), SpecComparison.of(base, edited));
    assertEquals(List.of(), SpecComparison.of(edited, base));
  }
}
