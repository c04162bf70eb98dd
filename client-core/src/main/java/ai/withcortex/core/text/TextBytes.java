package ai.withcortex.core.text;

/**
 * Finds the end of unescaped UTF-8 text in a JSON string. The state machine takes one step per byte
 * and has no other branch, because branches on varying character lengths cannot be predicted.
 *
 * <p>A state is the number of bits, a multiple of six, by which the row of a byte is shifted; the
 * lowest six bits of the result are the next state.
 */
final class TextBytes {
  /** A word with a 1 in each byte. */
  private static final long EACH = 0x0101010101010101L;

  private static final long HIGHEST = EACH << 7;
  private static final long QUOTES = EACH * '"';
  private static final long BACKSLASHES = EACH * '\\';

  private static final int STEP = 6;
  private static final int MASK = (1 << STEP) - 1;

  /** Between two characters. */
  private static final int TEXT = 0;

  /** Within a character, with the named number of arbitrary continuation bytes to follow. */
  private static final int ONE_MORE = STEP;

  private static final int TWO_MORE = 2 * STEP;
  private static final int THREE_MORE = 3 * STEP;

  /**
   * After a first byte that restricts the next byte, to rule out overlong forms, surrogates, and
   * code points beyond U+10FFFF.
   */
  private static final int AFTER_E0 = 4 * STEP;

  private static final int AFTER_ED = 5 * STEP;
  private static final int AFTER_F0 = 6 * STEP;
  private static final int AFTER_F4 = 7 * STEP;

  /** At a byte that does not belong to the text. */
  private static final int STOP = 8 * STEP;

  private static final long[] ROWS = new long[256];

  static {
    for (int b = 0; b < ROWS.length; b++) {
      ROWS[b] =
          (long) first(b) << TEXT
              | following(b, 0x80, 0xBF, TEXT) << ONE_MORE
              | following(b, 0x80, 0xBF, ONE_MORE) << TWO_MORE
              | following(b, 0x80, 0xBF, TWO_MORE) << THREE_MORE
              | following(b, 0xA0, 0xBF, ONE_MORE) << AFTER_E0
              | following(b, 0x80, 0x9F, ONE_MORE) << AFTER_ED
              | following(b, 0x90, 0xBF, TWO_MORE) << AFTER_F0
              | following(b, 0x80, 0x8F, TWO_MORE) << AFTER_F4
              | (long) STOP << STOP;
    }
  }

  private static int first(int b) {
    if (b < 0x80) {
      return b < ' ' || b == '"' || b == '\\' ? STOP : TEXT;
    } else if (b < 0xC2 || b > 0xF4) {
      return STOP;
    } else if (b < 0xE0) {
      return ONE_MORE;
    } else if (b < 0xF0) {
      return b == 0xE0 ? AFTER_E0 : b == 0xED ? AFTER_ED : TWO_MORE;
    }
    return b == 0xF0 ? AFTER_F0 : b == 0xF4 ? AFTER_F4 : THREE_MORE;
  }

  private static long following(int b, int lowest, int highest, int next) {
    return b >= lowest && b <= highest ? next : STOP;
  }

  /**
   * Returns the end of the text that starts at {@code start}: the index of a quote, a backslash or
   * a control character, or the end of the bytes. If the text is not valid UTF-8, returns the
   * complement of the index of the invalid or missing byte.
   */
  static int end(byte[] bytes, int start) {
    long state = TEXT;
    for (int i = start; i < bytes.length; i++) {
      // A shift uses only the lowest six bits of the state.
      long next = ROWS[bytes[i] & 0xFF] >>> state;
      if ((next & MASK) == STOP) {
        return isText(state) && bytes[i] >= 0 ? i : ~i;
      }
      state = next;
    }
    return isText(state) ? bytes.length : ~bytes.length;
  }

  private static boolean isText(long state) {
    return (state & MASK) == TEXT;
  }

  /**
   * Returns the highest bit of each of the eight bytes that is a quote, a backslash, a control
   * character, or not ASCII. Only the lowest bit that is set is reliable; higher bits may be false
   * positives. A byte less than the number subtracted from it gets its highest bit set; a byte that
   * is not ASCII already has it.
   */
  static long othersIn(long word) {
    long controls = word - EACH * ' ';
    long quotes = (word ^ QUOTES) - EACH;
    long backslashes = (word ^ BACKSLASHES) - EACH;
    return (controls | quotes | backslashes | word) & HIGHEST;
  }

  private TextBytes() {}
}
