package ai.withcortex.core.json;

/**
 * Finds where text in UTF-8 ends that stands as it is in a JSON string, by a state machine with one
 * step for each byte and no other branch: characters of several lengths that alternate cannot be
 * foreseen.
 *
 * <p>A state is how far the row of a byte is shifted, six bits apart; what is lowest then is the
 * next state.
 */
final class TextBytes {
  /** A word with 1 in each byte. */
  private static final long EACH = 0x0101010101010101L;

  private static final long HIGHEST = EACH << 7;
  private static final long QUOTES = EACH * '"';
  private static final long BACKSLASHES = EACH * '\\';

  private static final int STEP = 6;
  private static final int MASK = (1 << STEP) - 1;

  /** Between two characters. */
  private static final int TEXT = 0;

  /** Within a character, of which so many bytes follow, whatever they are. */
  private static final int ONE_MORE = STEP;

  private static final int TWO_MORE = 2 * STEP;
  private static final int THREE_MORE = 3 * STEP;

  /** Behind a first byte after which not all are right: overlong, surrogates, beyond U+10FFFF. */
  private static final int AFTER_E0 = 4 * STEP;

  private static final int AFTER_ED = 5 * STEP;
  private static final int AFTER_F0 = 6 * STEP;
  private static final int AFTER_F4 = 7 * STEP;

  /** At a byte that is no part of the text. */
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
   * Where the text that begins there ends: at a quote, a backslash, a control character or the last
   * byte. If it is no UTF-8, the complement of where the byte is, or should be, that makes it so.
   */
  static int end(byte[] bytes, int start) {
    long state = TEXT;
    for (int i = start; i < bytes.length; i++) {
      // A shift takes no more than the lowest six bits.
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
   * Of eight bytes, the highest bit of each that is no ASCII or not plain: a quote, a backslash, a
   * control character. The lowest of those bits is right, those above it may be too many. What is
   * less than the number taken from it gets that bit, and what is not ASCII has it.
   */
  static long othersIn(long word) {
    long controls = word - EACH * ' ';
    long quotes = (word ^ QUOTES) - EACH;
    long backslashes = (word ^ BACKSLASHES) - EACH;
    return (controls | quotes | backslashes | word) & HIGHEST;
  }

  private TextBytes() {}
}
