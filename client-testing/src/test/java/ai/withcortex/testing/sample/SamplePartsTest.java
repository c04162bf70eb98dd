package ai.withcortex.testing.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SamplePartsTest {
  private static final String OTHERS =
      "{ \"name\": \"Ann \\\"A.\\\"\", \"rows\": [ {\"n\": 1.50} ], \"hello\": [\"Hello\", \"$name\"] }";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          1.50                                                     ; 1.50
          "a $name"                                                ; "a $name"
          [ ]                                                      ; []
          { "a" : [ 1 , { } , [ ] , null ] , "b" : "\\u00e4 \\n" } ; {"a":[1,{},[],null],"b":"\\u00e4 \\n"}
          "$name"                                                  ; "Ann \\"A.\\""
          ["$rows", "$hello"]                                      ; [[{"n":1.50}],["Hello","Ann \\"A.\\""]]
          "$rows/0/n"                                              ; 1.50
          {"$pick": ["$name"]}                                     ; "Ann \\"A.\\""
          {"$number": [250, 250, 2]}                               ; 2.50
          {"$number": [7, 7, 0]}                                   ; 7
          {"$text": ["Mrs ", "$name", "!"]}                        ; "Mrs Ann \\"A.\\"!"
          {"$json": {"a": "$rows"}}                                ; "{\\"a\\":[{\\"n\\":1.50}]}"
          {"$part": "hello", "name": "Bob"}                        ; ["Hello","Bob"]
          """)
  void fillsPlaces(String part, String expected) {
    assertEquals(
        expected, parts(1).with(Map.of("part", JsonValue.parse(part))).make("part").json());
  }

  @Test
  void leavesTheRestToChance() {
    SampleParts parts =
        parts(1)
            .with(
                Map.of(
                    "pick", JsonValue.parse("{\"$pick\": [1, 2]}"),
                    "number", JsonValue.parse("{\"$number\": [5, 7, 1]}"),
                    "id", JsonValue.parse("{\"$id\": \"run_\"}")));

    assertEquals("1, 2", made(parts, "pick"));
    assertEquals("0.5, 0.6, 0.7", made(parts, "number"));
    String id = parts.make("id").asString();
    assertTrue(id.matches("run_[0-9a-f]{8}"), id);
  }

  @Test
  void takesTheOtherMemberIfThereIsNone() {
    SampleParts parts =
        parts(1).with(Map.of("kinds", JsonValue.parse("{\"a\": \"$name\", \"other\": 0}")));

    assertEquals("\"Ann \\\"A.\\\"\"", parts.makeMember("kinds", "a").json());
    assertEquals("0", parts.makeMember("kinds", "b").json());
  }

  @Test
  void namesWhatThereIsNot() {
    SampleParts parts =
        parts(1)
            .with(
                Map.of(
                    "part", JsonValue.parse("\"$none\""),
                    "operation", JsonValue.parse("{\"$none\": 1}")));

    Exception e = assertThrows(NullPointerException.class, () -> parts.make("part"));
    assertEquals("none", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> parts.make("operation"));
    assertEquals("Unknown operation $none", e.getMessage());
  }

  private static String made(SampleParts parts, String name) {
    return IntStream.range(0, 100)
        .mapToObj(unused -> parts.make(name).json())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static SampleParts parts(long seed) {
    return new SampleParts(JsonValue.parse(OTHERS).asMap(), new SampleRandom(seed));
  }
}
