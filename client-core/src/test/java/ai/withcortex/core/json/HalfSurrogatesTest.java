package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.JSON_VALUE;
import static ai.withcortex.core.json.JsonAdapters.LONG;
import static ai.withcortex.core.json.JsonAdapters.STRING;
import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static ai.withcortex.core.json.ParcelModels.PARCEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.HalfSurrogates;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HalfSurrogatesTest {
  private static final String START = "{\"id\":\"p_1\",\"note\":null,\"weight\":1,\"content\":0";

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "a, false",
    "😀, false",
    "a😀b😀, false",
    "\ud83d, true",
    "\ude00, true",
    "a\ud83d, true",
    "\ude00\ud83d, true",
    "😀\ude00, true",
    "\ud83d😀, true"
  })
  void areHalvesOfPairs(String text, boolean expected) {
    assertEquals(expected, HalfSurrogates.in(text));
    assertEquals(expected, HalfSurrogates.inNames(Map.of("other", 1, text, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"\\ud83d\":[]}",
        "{\"a\":[{\"b\":\"\\ud83d\"}],\"\\ude00\":[{\"\\ud83d\":\"\\ude00\\ud83d\"}]}",
        "{\"\\ud83d\\n\\\"\":[{},{\"a\":\"\\udc00\"}],\"😀\":[]}"
      })
  void comeBackAsTheyWent(String json) throws IOException {
    JsonAdapter<Map<String, List<Map<String, String>>>> typed = map(list(map(STRING)));
    assertEquals(json, typed.toJson(typed.fromJson(json)));
    JsonAdapter<Map<String, JsonValue>> free = map(JSON_VALUE);
    assertEquals(json, free.toJson(free.fromJson(json)));
    String additional = START + "," + json.substring(1);
    assertEquals(additional, PARCEL.toJson(PARCEL.fromJson(additional)));
  }

  @Test
  void nullsBesideThemAreKept() throws IOException {
    String json = START + ",\"carrier\":null,\"\\ud83d\":null,\"free\":{\"\\ude00\":null}}";
    String written = START + ",\"free\":{\"\\ude00\":null},\"carrier\":null,\"\\ud83d\":null}";
    assertEquals(written, PARCEL.toJson(PARCEL.fromJson(json)));
    String inside = "{\"\\ud83d\":" + START + "}}";
    assertEquals(inside, map(PARCEL).toJson(map(PARCEL).fromJson(inside)));
  }

  @Test
  void failuresBesideThemHaveTheirPath() {
    Map<String, Map<String, Long>> longs = new LinkedHashMap<>();
    longs.put("\ud83d", Map.of());
    longs.put("b", Collections.singletonMap("c", null));
    assertFails(
        "Expected a value but found null at path $[0].b.c",
        () -> list(map(map(LONG))).toJson(List.of(longs)));
    longs.put("b", null);
    assertFails(
        "Expected a value but found null at path $[0].b",
        () -> list(map(map(LONG))).toJson(List.of(longs)));

    Parcel.Builder builder = new Parcel.Builder();
    builder.id = "p_1";
    builder.weight = 1L;
    builder.content = JsonValue.NULL;
    builder.sentAt = Instant.MAX;
    Map<String, JsonValue> additional = Map.of("\ud83d", JsonValue.NULL);
    Map<String, Parcel> parts = new LinkedHashMap<>();
    parts.put("\ude00", builder.build(additional));
    assertFails(
        "Expected a timestamp in the years 0000 to 9999 but found"
            + " +1000000000-12-31T23:59:59.999999999Z at path $[0].\ude00.sent_at",
        () -> list(map(PARCEL)).toJson(List.of(parts)));
  }

  @Test
  void failuresOfOtherAdaptersStayAsTheyAre() {
    CortexDataException own = new CortexDataException("mine", null, null);
    JsonAdapter<String> failing =
        new JsonAdapter<>() {
          @Override
          public String fromJson(JsonReader reader) {
            throw new AssertionError();
          }

          @Override
          public void toJson(JsonWriter writer, String value) {
            throw own;
          }
        };
    assertEquals(
        own,
        assertThrows(CortexDataException.class, () -> map(failing).toJson(Map.of("\ud83d", "a"))));
  }

  private static void assertFails(String message, Executable call) {
    CortexDataException failure = assertThrows(CortexDataException.class, call);
    assertEquals(message, failure.getMessage());
    assertEquals(message.replaceFirst(".* at path ", ""), failure.path());
  }
}
