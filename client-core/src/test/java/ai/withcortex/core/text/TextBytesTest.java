package ai.withcortex.core.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextBytesTest {
  /** Bytes at which what is UTF-8 changes, and one between any two of them. */
  private static final int[] AT_BORDERS = {
    0x00, 0x1F, ' ', '"', '\\', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
    0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
  };

  /** Which accepts no less and no more than RFC 3629. */
  private final CharsetDecoder decoder = UTF_8.newDecoder();

  @Test
  void endsBehindEachCharacter() {
    for (int character = 0x80; character <= Character.MAX_CODE_POINT; character++) {
      if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
        byte[] text = (Character.toString(character) + "x\"").getBytes(UTF_8);
        if (TextBytes.end(text, 0) != text.length - 1) {
          fail(String.format("does not end at the quote behind U+%04X", character));
        }
      }
    }
  }

  @Test
  void acceptsWhatTheDecoderOfTheJdkDoes() {
    for (int first : AT_BORDERS) {
      for (int second : AT_BORDERS) {
        for (int third : AT_BORDERS) {
          for (int fourth : AT_BORDERS) {
            byte[] bytes = {(byte) first, (byte) second, (byte) third, (byte) fourth};
            if (TextBytes.end(bytes, 0) != expectedEnd(bytes)) {
              fail(HexFormat.of().formatHex(bytes) + " ends at " + TextBytes.end(bytes, 0));
            }
          }
        }
      }
    }
  }

  private int expectedEnd(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && (bytes[end] < 0 || isPlain(bytes[end]))) {
      end++;
    }
    try {
      decoder.decode(ByteBuffer.wrap(bytes, 0, end));
      return end;
    } catch (CharacterCodingException e) {
      return ~firstWrong(bytes, end);
    }
  }

  /** The first byte that no UTF-8 has there (RFC 3629, section 4); the end if one is missing. */
  private static int firstWrong(byte[] bytes, int end) {
    int missing = 0;
    int lowest = 0x80;
    int highest = 0xBF;
    for (int i = 0; i < end; i++) {
      int b = bytes[i] & 0xFF;
      if (missing > 0) {
        if (b < lowest || b > highest) {
          return i;
        }
        missing--;
        lowest = 0x80;
        highest = 0xBF;
      } else if (b >= 0x80) {
        if (b < 0xC2 || b > 0xF4) {
          return i;
        }
        missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
      }
    }
    return end;
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\';
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "é\\n", "日本\n", "😀\t", "plain", ""})
  void endsAtTheFirstByteThatIsNoText(String text) {
    byte[] bytes = ("before" + text).getBytes(UTF_8);
    assertEquals(expectedEnd(bytes), TextBytes.end(bytes, 6));
  }
}
