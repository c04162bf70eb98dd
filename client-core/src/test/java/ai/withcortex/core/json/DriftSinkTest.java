package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static ai.withcortex.core.json.ParcelModels.PARCEL;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DriftSinkTest {
  private static final String START = "{\"id\":\"p_1\",\"note\":null,\"weight\":1,\"content\":0";

  static Stream<Arguments> failures() throws IOException {
    return DataFile.rows("drift-failures.txt", 3);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void makesTheFirstDeviationAnError(String members, String path, String problem) {
    String json = START + "," + members + "}";

    assertFails(PARCEL, json, "$" + path, problem);
    assertFails(list(PARCEL), "[" + START + "}," + json + "]", "$[1]" + path, problem);
    assertFails(map(PARCEL), "{\"a.b[0]\":" + json + "}", "$.*" + path, problem);
  }

  @Test
  void toleratesWhatIsAsTheSpecHasIt() throws IOException {
    Parcel parcel = PARCEL.fromJson(failing(START + ",\"signed_by\":null,\"size\":\"small\"}"));
    assertNull(parcel.signedBy());
  }

  @Test
  void namesOfTheDocumentMakeNoLinesInMessagesAndAreCut() {
    String problem =
        "Expected no drift from the spec but found unknown property of Parcel (a number)";
    CortexDataException lines = fail(PARCEL, START + ",\"a\\nb\\u2028\":1}");
    assertEquals(problem + " at path $.a b ", lines.getMessage());
    assertEquals("$.a\nb\u2028", lines.path());
    String longest = "x".repeat(510);
    assertEquals(
        problem + " at path $." + longest,
        fail(PARCEL, START + ",\"" + longest + "\":1}").getMessage());
    assertEquals(
        problem + " at path $." + longest + "...",
        fail(PARCEL, START + ",\"" + longest + "y\":1}").getMessage());
  }

  @Test
  void tellsOfWhatIsBehindAVeryLongKey() throws IOException {
    String parcel = START + ",\"x\":1,\"size\":\"huge\"}";
    String json = "{\"" + "k".repeat(513) + "\":{\"a\":" + parcel + "}}";

    assertEquals(
        List.of(
            "UNKNOWN_PROPERTY Parcel $.*.*.x a number",
            "UNKNOWN_VALUE ParcelSize $.*.*.size a string"),
        HeardDrift.of(map(map(PARCEL)), json));
  }

  @Test
  void costsNoMoreBehindALongKey() {
    String members =
        IntStream.range(0, 20_000).mapToObj(i -> ",\"x" + i + "\":1").collect(joining());
    String json = "{\"" + "k".repeat(1_000_000) + "\":" + START + members + "}}";

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertEquals(20_000, HeardDrift.of(map(PARCEL), json).size()));
  }

  @Test
  void tellsOnlyOfReadersThatHaveASink() throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8("[1,2]"));
    reader.beginArray();
    DriftSink.report(reader, DriftKind.OTHER_KIND, "X");
    assertEquals("$[0]", reader.getPath());
  }

  private static void assertFails(
      JsonAdapter<?> adapter, String json, String path, String problem) {
    CortexDataException failure = fail(adapter, json);
    assertEquals(
        "Expected no drift from the spec but found " + problem + " at path " + path,
        failure.getMessage());
    assertEquals(path, failure.path());
  }

  private static CortexDataException fail(JsonAdapter<?> adapter, String json) {
    return assertThrows(CortexDataException.class, () -> adapter.fromJson(failing(json)));
  }

  private static JsonReader failing(String json) {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    reader.setTag(DriftSink.class, DriftSink.FAIL);
    return reader;
  }
}
