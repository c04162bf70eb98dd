package ai.withcortex.core.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class DocumentStringsTest {
  private final DocumentStrings strings = new DocumentStrings();

  @Test
  void everyCodePointComesOutAsItIs() {
    StringBuilder all = new StringBuilder();
    for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
      if (c != '"' && c != '\\' && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
        all.appendCodePoint(c);
      }
    }
    assertEquals(all.toString(), decoded(all.toString()));
  }

  @Test
  void escapesComeOutAsWhatTheyStandFor() {
    assertEquals("\"\\/\b\f\n\r\t", decoded("\\\"\\\\\\/\\b\\f\\n\\r\\t"));
    assertEquals("\u0000é日\uffff\uABCD", decoded("\\u0000\\u00e9\\u65E5\\uffff\\uabCD"));
    assertEquals("😀 \ud83d", decoded("\\ud83d\\ude00 \\ud83d"));
    assertEquals("é\né\\n", decoded("é\\né\\\\n"));
  }

  @Test
  void shortStringsAreUsedAgain() {
    assertSame(ascii("step_1"), ascii("step_1"));
    assertNotSame(ascii("x".repeat(41)), ascii("x".repeat(41)));
  }

  /** Far more than are kept, in few slots, so that most take the place of another. */
  @Test
  void whatTakesTheSamePlaceIsNotMistaken() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      String expected = Integer.toString(random.nextInt(5_000), 2 + random.nextInt(35));
      assertEquals(expected, ascii(expected));
    }
    // The same hash, of the same length and not.
    assertEquals("Aa", ascii("Aa"));
    assertEquals("BB", ascii("BB"));
    assertEquals("AaAa", ascii("AaAa"));
    assertEquals("BBBB", ascii("BBBB"));
  }

  private String decoded(String json) {
    byte[] bytes = ("[\"" + json + "\"]").getBytes(UTF_8);
    return strings.of(bytes, 2, bytes.length - 2);
  }

  private String ascii(String text) {
    byte[] bytes = (text + "\"").getBytes(UTF_8);
    return strings.ofAscii(bytes, 0, bytes.length - 1);
  }
}
