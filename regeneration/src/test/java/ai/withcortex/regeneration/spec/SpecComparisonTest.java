package ai.withcortex.regeneration.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.regeneration.SpecEdit;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the comparison, with the table {@code spec-changes.yaml}. */
final class SpecComparisonTest {
  private static final Path BASE = Path.of("src/test/resources/base.yaml");
  private static final Path CHANGES = Path.of("src/test/resources/spec-changes.yaml");

  /** {@code -Dgolden.update=true} writes the current results, so that you can review the diff. */
  @Test
  void saysOfEachEditWhatTheTableSays() throws IOException {
    String base = Files.readString(BASE);
    ArrayNode table = (ArrayNode) SpecEdit.YAML.readTree(CHANGES.toFile());
    StringBuilder said = new StringBuilder();
    for (JsonNode row : table) {
      said.append("\n- edit: ").append(row.get("edit")).append("\n  changes:\n");
      List<SpecChange> changes = SpecComparison.of(base, SpecEdit.edited(base, row.get("edit")));
      for (String change : lines(changes)) {
        said.append("    - >-\n      ").append(change).append("\n");
      }
    }
    String text = Files.readString(CHANGES);
    String head = text.substring(0, text.indexOf("\n\n") + 1);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(CHANGES, head + said);
    }
    assertEquals(Files.readString(CHANGES), head + said);
  }

  @Test
  void saysNothingOfTheSameSpec() throws IOException {
    String base = Files.readString(BASE);
    assertEquals(List.of(), SpecComparison.of(base, base));
  }

  /** Anchors, aliases and merge keys are resolved. */
  @Test
  void readsYamlAsTheGeneratorDoes() throws IOException {
    String base = Files.readString(BASE);
    String anchored =
        base.replace("subtitle: {type: string}", "subtitle: &text {type: string}")
            .replace(
                "{name: shelf, in: query, schema: {type: string, maxLength: 10}}",
                "{name: shelf, in: query, schema: {<<: {maxLength: 10}, type: string}}")
            .replace("artist: {type: string}", "artist: *text");
    assertNotEquals(base, anchored);
    assertEquals(List.of(), SpecComparison.of(base, anchored));
  }

  @Test
  void saysThatALabelIsNew() throws IOException {
    String base = Files.readString(BASE);
    JsonNode edit =
        SpecEdit.YAML.readTree("{/components/schemas/Cover/discriminator/mapping/photo: null}");
    assertEquals(
        List.of(
            "changed, breaking: Cover has a new label `photo` for Photo (Objects with this label are"
                + " read as a different type.)"
                + " #/components/schemas/Cover/discriminator/mapping/photo"),
        lines(SpecComparison.of(SpecEdit.edited(base, edit), base)));
  }

  @ParameterizedTest
  @CsvSource({"''", "hello", "[1]"})
  void wantsAMapping(String text) {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> SpecComparison.of(text, text));
    assertEquals(
        "The spec is not a mapping. Start it with 'openapi: 3.0.3'.", failure.getMessage());
  }

  private static List<String> lines(List<SpecChange> changes) {
    List<String> lines = new ArrayList<>();
    for (SpecChange change : changes) {
      lines.add(
          "%s, %s: %s %s%s (%s) %s"
              .formatted(
                  change.kind().name().toLowerCase(Locale.ROOT),
                  change.effect(),
                  change.place(),
                  change.what(),
                  change.description().isEmpty() ? "" : ": " + change.description(),
                  change.wire(),
                  change.pointer()));
    }
    return lines;
  }
}
