package ai.withcortex.codegen.spec;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.codegen.CortexCodegen;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specs are read from any file that is valid, within bounds. */
final class SpecDocumentTest {
  private static final String VERSION = "openapi: 3.0.3\n";

  @TempDir Path folder;

  @Test
  void readsManyAliases() throws IOException {
    SpecDocument spec = read(VERSION + "a: &a {b: c}\nlist: [*a" + ", *a".repeat(99) + "]\n", 1000);

    assertEquals(100, spec.root().path("list").size());
    assertEquals("c", spec.root().path("list").path(99).path("b").asText());
  }

  /** The guard is for files that would have too many values in memory; here, few are too many. */
  @Test
  void refusesAliasesThatStandForTooManyValues() {
    String document = VERSION + "a: &a [1, 2, 3]\nb: &b [*a, *a, *a]\nc: [*b, *b]\n";

    assertEquals(
        "spec.yaml:4:1: #/c has YAML aliases that stand for more than 20 values."
            + " Refer to shared parts with $ref.",
        refused(document, UTF_8, 20));
  }

  /** The search visits each alias in each alias that contains it. */
  @Test
  void theParserDoesNotSearchForCirclesOfAliases() {
    new CortexCodegen();

    assertFalse(DeserializationUtils.getOptions().isYamlCycleCheck());
  }

  @Test
  void readsMergedObjects() throws IOException {
    SpecDocument spec = read(VERSION + "a: &a {b: c, d: e}\nf: {<<: *a, d: g}\n", 1000);

    assertEquals("c", spec.root().path("f").path("b").asText());
    assertEquals("g", spec.root().path("f").path("d").asText());
  }

  @Test
  void readsLargeFiles() throws IOException {
    String line =
        "- a line of one hundred characters, which is repeated until the file is large"
            + "x".repeat(22);
    SpecDocument spec = read(VERSION + "x-lines:\n" + (line + "\n").repeat(35_000), 100_000);

    assertEquals(35_000, spec.root().path("x-lines").size());
  }

  /** SnakeYAML reads none of these. */
  @Test
  void readsAnyJson() throws IOException {
    String longName = "n".repeat(2000);
    SpecDocument spec =
        read(
            "{\n\t\"openapi\"\n:\t\"3.0.3\",\n\"a\": \"\\/b\u007f\", \""
                + longName
                + "\": [1e3, 12, true, null]}",
            1000);

    assertEquals("/b\u007f", spec.root().path("a").asText());
    assertEquals("[1000.0,12,true,null]", spec.root().path(longName).toString());
  }

  @Test
  void findsFaultsInJson() {
    assertEquals(
        "spec.yaml:2:15: #/paths is a list instead of an object. Replace it with an object.",
        refused("{\"openapi\": \"3.0.3\",\n\"x-\\/\": \"\\/\", \"paths\": []}", UTF_8, 1000));
  }

  @Test
  void refusesLongPartsOfJson() {
    String tooLong = "# has a name, text or number that is too long: ";
    assertEquals(
        "spec.yaml:2:60003: "
            + tooLong
            + "Name length (60000) exceeds the maximum allowed (50000, from"
            + " `StreamReadConstraints.getMaxNameLength()`). Shorten it.",
        refused("{\n\"" + "n".repeat(60_000) + "\": 1}", UTF_8, 1000));
    assertEquals(
        "spec.yaml:2:1505: "
            + tooLong
            + "Number value length (1500) exceeds the maximum allowed (1000, from"
            + " `StreamReadConstraints.getMaxNumberLength()`). Shorten it.",
        refused("{\n\"n\":" + "1".repeat(1500) + "}", UTF_8, 1000));
  }

  @Test
  void refusesOtherEncodings() {
    String message = "spec.yaml:1:1: # is not encoded in UTF-8. Save it in UTF-8.";

    assertEquals(message, refused(VERSION, UTF_16, 1000));
    assertEquals(message, refused(VERSION, UTF_16LE, 1000));
  }

  @Test
  void refusesTooManyLevels() {
    String levels = " levels of objects and lists. Put inner schemas under components/schemas";
    assertEquals(
        "spec.yaml:2:53: # has more than 50" + levels + " and refer to them.",
        refused(VERSION + "a: " + "[".repeat(60) + "]".repeat(60) + "\n", UTF_8, 1000));
    assertEquals(
        "spec.yaml:2:205: # has more than 200" + levels + " and refer to them.",
        refused("{\n\"a\": " + "[".repeat(210) + "]".repeat(210) + "}", UTF_8, 1000));
  }

  @Test
  void refusesCharactersThatYamlDoesNotAllow() {
    assertEquals(
        "spec.yaml:2:5: # is not valid YAML: special characters are not allowed. Fix it; nothing"
            + " was generated.",
        refused(VERSION + "a: b\u007f\n", UTF_8, 1000));
  }

  /** The part is shared with an extension, where any name is allowed. */
  @Test
  void checksEachUseOfAnAlias() throws IOException {
    Faults faults = new Faults();
    String document = VERSION + "x-a: &a {on: {}}\ninfo: *a\ncomponents: {schemas: *a}\n";
    SpecDocument.read(Files.writeString(folder.resolve("spec.yaml"), document), faults);

    assertEquals(
        List.of("#/info/on", "#/components/schemas/on"),
        faults.all().stream().map(fault -> fault.place().pointer()).toList());
  }

  private String refused(String document, Charset encoding, int maxSize) {
    return String.valueOf(
        assertThrows(RefusedSpecException.class, () -> read(document, encoding, maxSize))
            .getMessage());
  }

  private SpecDocument read(String document, int maxSize) throws IOException {
    return read(document, UTF_8, maxSize);
  }

  private SpecDocument read(String document, Charset encoding, int maxSize) throws IOException {
    Path file = Files.writeString(folder.resolve("spec.yaml"), document, encoding);
    Faults faults = new Faults();
    SpecDocument spec = SpecDocument.read(file, faults, maxSize);
    spec.requireNone(faults);
    return spec;
  }
}
