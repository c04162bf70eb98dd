package ai.withcortex.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexDataException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  private static final JsonValue RUN =
      JsonValue.parse(
          "{\"a\": {\"x/y\": [10, {\"m~n\": 1.50}], \"\": null}, \"b\" : \"s\", \"a\\u0062\":[ ]}");

  @Test
  void keepsTheTextButForWhitespaceAround() {
    assertEquals("[ 1.0,\n-0 ]", JsonValue.parse(" [ 1.0,\n-0 ]\t").json());
    assertEquals("-0", JsonValue.parse("[ 1.0,\n-0 ]").asList().get(1).json());
  }

  @Test
  void namesReadInSourceOrderAndTheLastOfARepeatedOneWins() {
    assertEquals(List.of("a", "b", "ab"), new ArrayList<>(RUN.asMap().keySet()));
    JsonValue repeated = JsonValue.parse("{\"k\":1,\"l\":2,\"\\u006b\":3}");
    assertEquals(List.of("k", "l"), new ArrayList<>(repeated.asMap().keySet()));
    assertEquals(JsonValue.of(3), repeated.get("k"));
  }

  @Test
  void navigationForgives() {
    assertNull(RUN.get("missing"));
    assertNull(RUN.get(0));
    assertNull(JsonValue.NULL.get("a"));
    JsonValue array = JsonValue.parse("[1,null]");
    assertNull(array.get("0"));
    assertNull(array.get(-1));
    assertNull(array.get(2));
    assertEquals(JsonValue.NULL, array.get(1));
    assertTrue(array.asList().get(1).isNull());
  }

  @Test
  void partsCannotBeModified() {
    List<JsonValue> elements = JsonValue.parse("[1]").asList();
    assertThrows(UnsupportedOperationException.class, () -> elements.add(JsonValue.NULL));
    Map<String, JsonValue> members = RUN.asMap();
    assertThrows(UnsupportedOperationException.class, () -> members.remove("a"));
  }

  @ParameterizedTest
  @CsvSource({
    "/a/x~1y/0, 10",
    "/a/x~1y/1/m~0n, 1.50",
    "/a/, null",
    "/ab, [ ]",
    "/a/x~1y/-,",
    "/a/x~1y/00,",
    "/a/x~1y/2,",
    "/a/x~1y/99999999999,",
    "/a/x~1y/4294967296,",
    "/b/0,",
    "/zzz/b,",
  })
  void followsJsonPointers(String pointer, String expected) {
    JsonValue found = RUN.at(pointer);
    assertEquals(expected, found == null ? null : found.json());
  }

  @Test
  void theEmptyPointerIsTheValueItself() {
    assertEquals(RUN, RUN.at(""));
  }

  @Test
  void refusesMalformedPointers() {
    assertRefuses("Expected a JSON pointer that starts with '/'", () -> RUN.at("a/b"));
    String escape = "Expected '0' or '1' after '~' at offset 3 of the JSON pointer";
    assertRefuses(escape, () -> RUN.at("/a~2"));
    assertRefuses(escape, () -> RUN.at("/a~"));
    assertRefuses(escape, () -> RUN.at("/a~/b"));
  }

  @Test
  void readsBooleansAndTellsNulls() {
    assertTrue(JsonValue.parse("true").asBoolean());
    assertFalse(JsonValue.parse("false").asBoolean());
    assertTrue(JsonValue.NULL.isNull());
    assertFalse(JsonValue.parse("\"null\"").isNull());
  }

  @Test
  void readsAreStrict() {
    assertFails("Expected a number but found a string", JsonValue.of("5")::asInt);
    assertFails("Expected a string but found a number", JsonValue.of(5)::asString);
    assertFails("Expected a boolean but found null", JsonValue.NULL::asBoolean);
    assertFails("Expected an array but found an object", RUN::asList);
    assertFails("Expected an object but found a boolean", JsonValue.of(true)::asMap);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "1e3", "1000.000", "0.1e4", "1000000E-3"})
  void wholeNumbersMayBeWrittenInAnyWay(String text) {
    assertEquals(1000, JsonValue.parse(text).asInt());
    assertEquals(1000, JsonValue.parse(text).asLong());
  }

  @Test
  void numbersAreExactOrRefused() {
    assertEquals(9007199254740993L, JsonValue.parse("9007199254740993").asLong());
    assertEquals(new BigDecimal("1.50"), JsonValue.parse("1.50").asBigDecimal());
    assertEquals(0.1, JsonValue.parse("0.1").asDouble());
    assertEquals(1000, JsonValue.parse("9".repeat(1000)).asBigDecimal().precision());
    assertEquals(Long.MIN_VALUE, JsonValue.of(Long.MIN_VALUE).asLong());
    assertFails(
        "Expected a 64-bit integer but found a number out of range",
        JsonValue.parse("-9223372036854775809")::asLong);
    assertFails(
        "Expected an integer but found a number with a fraction", JsonValue.parse("0.5")::asInt);
    assertFails(
        "Expected a double but found a number out of range", JsonValue.parse("-1e400")::asDouble);
  }

  @Test
  void hugeNumbersCostNothing() {
    JsonValue large = JsonValue.parse("1e999999999");
    JsonValue small = JsonValue.parse("-1e-999999999");
    JsonValue beyond = JsonValue.parse("1e-99999999999");
    JsonValue many = JsonValue.parse("9".repeat(5_000_000));
    String range = "Expected a 64-bit integer but found a number out of range";
    String fraction = "Expected an integer but found a number with a fraction";
    String tooLong = "Expected a number of at most 1000 characters but found 5000000";
    String decimal = "Expected a BigDecimal but found a number out of range";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertFails(range, large::asLong);
          assertFails(range, JsonValue.parse("1e2147483647")::asLong);
          assertEquals(new BigDecimal("1e999999999"), large.asBigDecimal());
          assertFails(fraction, small::asInt);
          assertEquals(0, JsonValue.parse("0e999999999").asInt());
          assertEquals(-0.0, small.asDouble());
          assertFails(decimal, beyond::asLong);
          assertFails(decimal, beyond::asBigDecimal);
          assertFails(tooLong, many::asBigDecimal);
          assertFails(tooLong, many::asLong);
          assertFails("Expected a double but found a number out of range", many::asDouble);
        });
  }

  @Test
  void stringsComeBackAsTheyWent() {
    for (String string :
        List.of("", "\"\\/\b\f\n\r\t\0\u001f", "é\u2028😀", "\uD800", "a\uDC00\uD800")) {
      JsonValue value = JsonValue.of(string);
      assertEquals(string, value.asString());
      assertEquals(value, JsonValue.parse(value.json()));
    }
  }

  @Test
  void writesHalfSurrogatePairsAsEscapes() {
    assertEquals("\"😀\\ud800\\n\\u0000\"", JsonValue.of("😀\uD800\n\0").json());
    assertEquals("😀", JsonValue.parse("\"\\uD83D\\uDE00\"").asString());
    assertEquals("\uD83D", JsonValue.parse("\"\\uD83D\"").asString());
    assertEquals("\"\\/\b\f\n\r\t", JsonValue.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"").asString());
  }

  @Test
  void buildsFromParts() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("z\"", JsonValue.of(new BigDecimal("1E+3")));
    members.put("a", JsonValue.ofArray(List.of(JsonValue.of(false), JsonValue.parse("1.0"))));
    assertEquals("{\"z\\\"\":1E+3,\"a\":[false,1.0]}", JsonValue.ofObject(members).json());
    assertEquals("{}", JsonValue.ofObject(Map.of()).json());
    assertEquals("[]", JsonValue.ofArray(List.of()).json());
  }

  @Test
  void buildsNothingThatCannotBeParsed() {
    JsonValue deepest = JsonValue.parse("[".repeat(255) + "]".repeat(255));
    assertRefuses(
        "Expected at most 255 levels of nesting but found more at offset 255",
        () -> JsonValue.ofArray(List.of(deepest)));
  }

  @Test
  void equalsByExactText() {
    assertEquals(JsonValue.parse(" [1] "), JsonValue.parse("[1]"));
    assertEquals(JsonValue.parse("[1]").hashCode(), JsonValue.parse("[1]").hashCode());
    assertNotEquals(JsonValue.parse("[ 1]"), JsonValue.parse("[1]"));
    assertNotEquals(JsonValue.parse("1.0"), JsonValue.parse("1"));
    assertFalse(JsonValue.of("a").equals((Object) "\"a\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"a\":1};object (7 characters)",
        "[];array (2 characters)",
        "\"secret\";string (8 characters)",
        "12345;number",
        "true;boolean",
        "false;boolean",
        "null;null"
      })
  void showsNoContent(String json, String expected) {
    assertEquals(expected, JsonValue.parse(json).toString());
  }

  private static void assertFails(String message, Executable read) {
    assertEquals(message, assertThrows(CortexDataException.class, read).getMessage());
  }

  private static void assertRefuses(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
