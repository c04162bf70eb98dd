package ai.withcortex.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonValueParseTest {
  private static final String INSERTED = "{}[]:,\"\\'/ \n\t\0u0159.eE+-truefalsnAé😀";
  private static final int MUTATIONS = 60_000;

  static Stream<Arguments> texts() throws IOException {
    return DataFile.rows("texts.txt", 3);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void takesWhatTheStandardAllowsAndRefusesTheRest(String verdict, String text, String message)
      throws IOException {
    if (message.isEmpty()) {
      assertEquals(text.strip(), JsonValue.parse(text).json());
    } else {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> JsonValue.parse(text));
      assertEquals(message, refused.getMessage());
    }
    assertEquals(verdict.equals("valid") || verdict.equals("moshi-accepts"), moshiTakes(text));
  }

  @Test
  void agreesWithMoshiOnMutatedTexts() throws IOException {
    List<String> valid = new ArrayList<>();
    texts()
        .filter(row -> row.get()[0].equals("valid"))
        .forEach(row -> valid.add((String) row.get()[1]));
    Random random = new Random(20231225);
    int taken = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String text = valid.get(random.nextInt(valid.size()));
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        text = mutate(text, random);
      }
      boolean takes = takes(text);
      taken += takes ? 1 : 0;
      String shown = text;
      if (takes != moshiTakes(text)) {
        // The known differences only, all of which are Moshi's tolerance: see texts.txt.
        assertTrue(!takes && takes(repair(text)), () -> "differs: " + shown);
      }
    }
    assertTrue(taken > MUTATIONS / 10 && taken < MUTATIONS * 9 / 10, "taken: " + taken);
  }

  private static String mutate(String text, Random random) {
    int[] codePoints = text.codePoints().toArray();
    int at = random.nextInt(codePoints.length + 1);
    int kind = random.nextInt(4);
    int[] inserted = INSERTED.codePoints().toArray();
    StringBuilder mutated = new StringBuilder();
    for (int i = 0; i <= codePoints.length; i++) {
      if (i == at && kind != 0) {
        // Insert, or replace; half of the time by something that is in the text already.
        int[] from = kind == 3 && codePoints.length > 0 ? codePoints : inserted;
        mutated.appendCodePoint(from[random.nextInt(from.length)]);
      }
      if (i < codePoints.length && (i != at || kind == 1)) {
        mutated.appendCodePoint(codePoints[i]);
      }
    }
    return mutated.toString();
  }

  /** Takes away, one by one, what Moshi tolerates, at the offsets where the scanner complains. */
  private static String repair(String text) {
    String repaired = text;
    while (true) {
      try {
        return JsonValue.parse(repaired).json();
      } catch (IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        int offset = Integer.parseInt(message.substring(message.lastIndexOf(' ') + 1));
        String tolerable = tolerable(message, offset, repaired);
        if (tolerable == null) {
          return repaired;
        }
        repaired = repaired.substring(0, offset) + tolerable + repaired.substring(offset + 1);
      }
    }
  }

  private static @Nullable String tolerable(String message, int offset, String text) {
    if (offset >= text.length()) {
      return null;
    }
    char c = text.charAt(offset);
    boolean isEscape = message.startsWith("Expected an escape character");
    boolean isKeyword =
        message.matches("Expected (true|false|null) .*")
            || (message.contains("a value") && "TFN".indexOf(c) >= 0);
    if (message.startsWith("Expected an escaped control character")) {
      return " ";
    } else if (isEscape && (c == '\'' || c == '\n')) {
      return "n";
    } else if (isKeyword && c >= 'A' && c <= 'Z') {
      return String.valueOf(c).toLowerCase(Locale.ROOT);
    }
    return null;
  }

  @Test
  void nestsAsDeepAsMoshi() throws IOException {
    for (String open : List.of("[", "{\"a\":", "[{\"a\":")) {
      int levels = open.startsWith("[{") ? 2 : 1;
      for (int depth = 253; depth < 258; depth++) {
        String text = open.repeat(depth / levels) + "[" + "]";
        String close = open.equals("[") ? "]" : open.startsWith("[") ? "}]" : "}";
        text += close.repeat(depth / levels);
        assertEquals(depth / levels * levels + 1 <= 255, takes(text));
        assertEquals(takes(text), moshiTakes(text));
      }
    }
    assertEquals(
        "Expected at most 255 levels of nesting but found more at offset 255",
        assertThrows(IllegalArgumentException.class, () -> JsonValue.parse("[".repeat(100_000)))
            .getMessage());
  }

  /** Cannot be told to Moshi: the bytes that it reads have no half surrogate pairs. */
  @Test
  void refusesHalfSurrogatePairs() {
    for (String half : List.of("\uD800", "\uDC00", "\uD800\uD800", "\uD800" + "\\uDC00")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> JsonValue.parse("\"" + half + "\""));
      assertEquals(
          String.format(
              "Expected a surrogate pair but found U+%04X at offset 1", (int) half.charAt(0)),
          refused.getMessage());
    }
  }

  private static boolean takes(String text) {
    try {
      JsonValue.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean moshiTakes(String text) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
    try {
      reader.skipValue();
      return reader.peek() == JsonReader.Token.END_DOCUMENT;
    } catch (IOException | JsonDataException e) {
      return false;
    }
  }
}
