package ai.withcortex.core.json;

import static ai.withcortex.core.json.JsonAdapters.JSON_VALUE;
import static ai.withcortex.core.json.JsonAdapters.list;
import static ai.withcortex.core.json.JsonAdapters.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAdaptersTest {
  static Stream<Arguments> scalars() throws IOException {
    return DataFile.rows("scalars.txt", 3);
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void readsScalarsStrictlyWhereverTheyStand(String name, String json, String expected)
      throws Exception {
    JsonAdapter<?> adapter = (JsonAdapter<?>) JsonAdapters.class.getField(name).get(null);
    JsonAdapter<?> nested = map(list(adapter));
    if (expected.startsWith("!")) {
      String message = "Expected " + expected.substring(1) + " at path $";
      assertFails(message, () -> adapter.fromJson(json));
      assertFails(message + ".k[0]", () -> nested.fromJson("{\"k\":[" + json + "]}"));
      assertFails(
          message + ".k[1]", () -> nested.fromJson("{\"k\":[" + valid(name) + "," + json + ",1]}"));
      assertFails(message + ".x[0]", () -> map(adapter).fromJson("{\"x[0]\":" + json + "}"));
    } else {
      assertEquals(expected, adapter.fromJson(json).toString());
      assertEquals(
          Map.of("k", List.of(adapter.fromJson(json))), nested.fromJson("{\"k\":[" + json + "]}"));
    }
  }

  private static String valid(String name) throws IOException {
    return scalars()
        .filter(row -> row.get()[0].equals(name) && !((String) row.get()[2]).startsWith("!"))
        .map(row -> (String) row.get()[1])
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STRING",
        "BOOLEAN",
        "INTEGER",
        "LONG",
        "DOUBLE",
        "FLOAT",
        "BIG_DECIMAL",
        "INSTANT",
        "LOCAL_DATE"
      })
  void writesWhatItReadAndRefusesNull(String name) throws Exception {
    @SuppressWarnings("unchecked")
    JsonAdapter<Object> adapter = (JsonAdapter<Object>) JsonAdapters.class.getField(name).get(null);
    Object value = adapter.fromJson(valid(name));
    assertEquals(value, adapter.fromJson(adapter.toJson(value)));
    CortexDataException refused =
        assertThrows(CortexDataException.class, () -> adapter.toJson(null));
    assertEquals(
        assertThrows(CortexDataException.class, () -> adapter.fromJson("null")).getMessage(),
        refused.getMessage());
  }

  @Test
  void writesNumbersAsTheyAre() throws IOException {
    assertEquals("0.1", JsonAdapters.FLOAT.toJson(0.1f));
    assertEquals(
        "1.50", JsonAdapters.BIG_DECIMAL.toJson(JsonAdapters.BIG_DECIMAL.fromJson("1.50")));
    assertFails(
        "Expected a finite number but found NaN at path $[1]",
        () -> list(JsonAdapters.DOUBLE).toJson(List.of(1.0, Double.NaN)));
    assertFails(
        "Expected a finite number but found -Infinity at path $",
        () -> JsonAdapters.FLOAT.toJson(Float.NEGATIVE_INFINITY));
    assertFails(
        "Expected a timestamp in the years 0000 to 9999 but found -0001-01-01T00:00:00Z at path $",
        () -> JsonAdapters.INSTANT.toJson(Instant.parse("-0001-01-01T00:00:00Z")));
  }

  @Test
  void listsAndMapsHoldNoNulls() {
    assertFails(
        "Expected a string but found null at path $[1]",
        () -> list(JsonAdapters.STRING).fromJson("[\"a\",null]"));
    assertFails(
        "Expected a string but found null at path $.b",
        () -> map(JsonAdapters.STRING).fromJson("{\"a\":\"\",\"b\":null}"));
    // Adapters of other makers may return null.
    assertFails(
        "Expected an element but found null at path $[1]",
        () -> list(JsonAdapters.STRING.nullSafe()).fromJson("[\"a\",null]"));
    assertFails(
        "Expected a value but found null at path $.a",
        () -> map(JsonAdapters.STRING.nullSafe()).fromJson("{\"a\":null}"));
    assertFails(
        "Expected an element but found null at path $[1]",
        () -> list(JsonAdapters.STRING).toJson(Arrays.asList("a", null)));
    assertFails(
        "Expected a value but found null at path $.a",
        () -> map(JsonAdapters.STRING).toJson(Collections.singletonMap("a", null)));
    assertFails(
        "Expected an array but found null at path $", () -> list(JsonAdapters.STRING).toJson(null));
    assertFails(
        "Expected an object but found an array at path $",
        () -> map(JsonAdapters.STRING).fromJson("[]"));
    assertFails(
        "Expected an array but found an object at path $[0]",
        () -> list(list(JsonAdapters.STRING)).fromJson("[{}]"));
  }

  @Test
  void mapsKeepTheSourceOrderAndTheLastOfARepeatedName() throws IOException {
    Map<String, Long> map = map(JsonAdapters.LONG).fromJson("{\"z\":1,\"a\":2,\"z\":3}");
    assertEquals("{z=3, a=2}", map.toString());
    assertEquals("{\"z\":3,\"a\":2}", map(JsonAdapters.LONG).toJson(map));
    assertThrows(UnsupportedOperationException.class, () -> map.remove("z"));
  }

  @Test
  void jsonValuesKeepTheirTextBothWays() throws IOException {
    String digits = "1234567890123456789012345678901234567890";
    String array =
        "[1.0,-0,1e400,"
            + digits
            + ",null,true,\"\\u0041\\/]\",{ \"a\" : [ ] },[ \"}\" ], 184467440737095516160]";
    List<JsonValue> values =
        list(JSON_VALUE).fromJson(array.replace(", 184467440737095516160", ""));
    assertEquals(
        List.of(
            "1.0",
            "-0",
            "1e400",
            digits,
            "null",
            "true",
            "\"\\u0041\\/]\"",
            "{ \"a\" : [ ] }",
            "[ \"}\" ]"),
        values.stream().map(JsonValue::json).toList());
    assertEquals(array.replace(", 184467440737095516160", ""), list(JSON_VALUE).toJson(values));
    // Moshi refuses this number (see texts.txt), but not inside of a value.
    assertEquals(array, JSON_VALUE.fromJson(array).json());
  }

  @Test
  void jsonValuesWriteNullWhereOtherNullsAreLeftOut() throws IOException {
    Buffer buffer = new Buffer();
    JsonWriter writer = JsonWriter.of(buffer);
    writer.setSerializeNulls(false);
    map(JSON_VALUE).toJson(writer, Collections.singletonMap("a", JsonValue.NULL));
    assertEquals("{\"a\":null}", buffer.readUtf8());
    assertFails("Expected a value but found null at path $", () -> JSON_VALUE.toJson(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"x\":[1,\"}\"]}", "\"s]\"", "[ ]", "1.0", "null", "true"})
  void theReaderIsInPlaceAfterAJsonValue(String json) throws IOException {
    JsonReader reader =
        JsonReader.of(new Buffer().writeUtf8("{\"a\":[" + json + ", " + json + "],\"b\":5}"));
    reader.beginObject();
    assertEquals("a", reader.nextName());
    reader.beginArray();
    assertEquals(json, JSON_VALUE.fromJson(reader).json());
    assertEquals("$.a[1]", reader.getPath());
    assertEquals(json, JSON_VALUE.fromJson(reader.peekJson()).json());
    assertEquals(json, JSON_VALUE.fromJson(reader).json());
    reader.endArray();
    assertEquals("b", reader.nextName());
    assertEquals("$.b", reader.getPath());
    assertEquals("5", JSON_VALUE.fromJson(reader).json());
    reader.endObject();
    assertEquals(JsonReader.Token.END_DOCUMENT, reader.peek());
  }

  @Test
  void malformedJsonValuesAreSyntaxErrors() {
    assertMalformed(
        "Expected a value but found '}' at path $.k[1][1]",
        () -> map(list(JSON_VALUE)).fromJson("{\"k\":[1,[1,}]}"));
    assertMalformed(
        "Expected null but found 'U' at path $[0]", () -> JSON_VALUE.fromJson("[nULL]"));
    assertMalformed(
        "Expected an escaped control character but found U+000A at path $",
        () -> JSON_VALUE.fromJson("\"\n\""));
    assertThrows(EOFException.class, () -> JSON_VALUE.fromJson("[1,"));
    assertFails(
        "Expected a value but found the end of the array at path $[0]",
        () -> {
          JsonReader reader = JsonReader.of(new Buffer().writeUtf8("[]"));
          reader.beginArray();
          JSON_VALUE.fromJson(reader);
        });
  }

  private static void assertFails(String message, Executable call) {
    assertEquals(message, assertThrows(CortexDataException.class, call).getMessage());
  }

  private static void assertMalformed(String message, Executable call) {
    assertEquals(message, assertThrows(JsonEncodingException.class, call).getMessage());
  }
}
