package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.core.json.JsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What each type makes of JSON, as it should be and otherwise: the rows of a file. */
final class LenientReadsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/steps/lenient-reads.txt", delimiter = '|', quoteCharacter = '"')
  void reads(String type, String json, String expected) {
    JsonValue value = OutputRun.json(json);
    assertEquals(expected, AccessorTexts.of(type, value));
  }
}
