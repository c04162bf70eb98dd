package ai.withcortex.core.json;

import com.squareup.moshi.JsonEncodingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a JSON document, gone through once, strictly: RFC 8259 in UTF-8, RFC 3629, and
 * nested no deeper than Moshi's reader goes.
 *
 * <p>It does not say what is wrong with a document, but that it is no document it can read.
 */
final class JsonBytes {
  private static final int MAX_DEPTH = JsonScanner.MAX_DEPTH;

  /** Stands behind the last byte; no JSON has it. */
  private static final byte END = 0;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  /** A word with 1 in each byte. */
  private static final long EACH = 0x0101010101010101L;

  private static final long HIGHEST = EACH << 7;
  private static final long QUOTES = EACH * '"';
  private static final long BACKSLASHES = EACH * '\\';

  final byte[] bytes;
  int position;

  /** The same bytes, by eights. */
  private final ByteBuffer words;

  /** For each open container, outermost first: whether it is an object. */
  private final boolean[] objects;

  /** How many containers are open. */
  int depth;

  JsonBytes(byte[] bytes, int maxDepth) {
    this.bytes = bytes;
    this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.objects = new boolean[Math.min(maxDepth, MAX_DEPTH)];
  }

  static JsonEncodingException malformed() {
    return new JsonEncodingException("malformed JSON");
  }

  /** The first byte of what comes next, or {@link #END}. */
  byte next() {
    skipWhitespace();
    return peekByte();
  }

  /** The byte at the position, or {@link #END}. */
  private byte peekByte() {
    return position < bytes.length ? bytes[position] : END;
  }

  boolean isAtEnd() {
    skipWhitespace();
    return position == bytes.length;
  }

  void skipWhitespace() {
    while (position < bytes.length && bytes[position] <= ' ' && isWhitespace(bytes[position])) {
      position++;
    }
  }

  private static boolean isWhitespace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Moves over the bracket that has to come next. */
  void open(char bracket) throws JsonEncodingException {
    if (depth == objects.length) {
      throw malformed();
    }
    take(bracket);
    objects[depth++] = bracket == '{';
  }

  /** Moves over the bracket that has to come next and closes what was opened last. */
  void close(char bracket) throws JsonEncodingException {
    take(bracket);
    depth--;
  }

  void take(char expected) throws JsonEncodingException {
    if (next() != expected) {
      throw malformed();
    }
    position++;
  }

  /** Whether this open container is an object; 0 is the outermost. */
  boolean isObject(int level) {
    return objects[level];
  }

  private boolean isInObject() {
    return objects[depth - 1];
  }

  /** Moves to the next element or member of the innermost container; false if there is none. */
  boolean moveToNext() throws JsonEncodingException {
    // A value never ends in an opening bracket, so one byte tells.
    boolean isFirst = bytes[position - 1] == '{' || bytes[position - 1] == '[';
    if (next() == (isInObject() ? '}' : ']')) {
      return false;
    }
    if (!isFirst) {
      take(',');
    }
    return true;
  }

  void skipValue() throws JsonEncodingException {
    int outside = depth;
    do {
      byte first = next();
      if (first == '{' || first == '[') {
        open((char) first);
      } else {
        skipScalar(first);
      }
    } while (goesOn(outside));
  }

  /**
   * Stands behind a value or an opening bracket. False if no more than the outer containers are
   * open, once closed what ends here; true once the position is where a further value has to be.
   */
  private boolean goesOn(int outside) throws JsonEncodingException {
    while (depth > outside) {
      if (moveToNext()) {
        if (isInObject()) {
          skipName();
        }
        return true;
      }
      position++;
      depth--;
    }
    return false;
  }

  void skipName() throws JsonEncodingException {
    skipString();
    take(':');
  }

  private void skipScalar(byte first) throws JsonEncodingException {
    switch (first) {
      case '"':
        skipString();
        break;
      case 't':
        skipKeyword(TRUE);
        break;
      case 'f':
        skipKeyword(FALSE);
        break;
      case 'n':
        skipKeyword(NULL);
        break;
      default:
        skipNumber();
    }
  }

  private void skipKeyword(byte[] keyword) throws JsonEncodingException {
    for (byte letter : keyword) {
      if (peekByte() != letter) {
        throw malformed();
      }
      position++;
    }
  }

  private void skipNumber() throws JsonEncodingException {
    if (peekByte() == '-') {
      position++;
    }
    if (peekByte() == '0') {
      position++;
    } else {
      skipDigits();
    }
    if (peekByte() == '.') {
      position++;
      skipDigits();
    }
    if (peekByte() == 'e' || peekByte() == 'E') {
      position++;
      if (peekByte() == '+' || peekByte() == '-') {
        position++;
      }
      skipDigits();
    }
  }

  private void skipDigits() throws JsonEncodingException {
    int i = position;
    while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    if (i == position) {
      throw malformed();
    }
    position = i;
  }

  /** Moves over a string; answers whether it is written as it is, without an escape. */
  boolean skipString() throws JsonEncodingException {
    take('"');
    boolean isPlain = true;
    while (true) {
      skipPlainBytes();
      byte b = peekByte();
      if (b == '"') {
        position++;
        return isPlain;
      } else if (b == '\\') {
        isPlain = false;
        skipEscape();
      } else if (b < 0) {
        skipCharacter(b & 0xFF);
      } else {
        throw malformed();
      }
    }
  }

  /** Moves over ASCII, but for quotes, backslashes and control characters: eight bytes a time. */
  private void skipPlainBytes() {
    int i = position;
    while (i <= bytes.length - Long.BYTES) {
      long others = othersIn(words.getLong(i));
      if (others != 0) {
        position = i + Long.numberOfTrailingZeros(others) / Byte.SIZE;
        return;
      }
      i += Long.BYTES;
    }
    while (i < bytes.length && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    position = i;
  }

  /**
   * The highest bit of each byte that is not plain; the lowest of those bits is right, those above
   * it may be too many.
   */
  private static long othersIn(long word) {
    long controls = (word - EACH * ' ') & ~word;
    return (controls | zerosIn(word ^ QUOTES) | zerosIn(word ^ BACKSLASHES) | word) & HIGHEST;
  }

  private static long zerosIn(long word) {
    return (word - EACH) & ~word;
  }

  private void skipEscape() throws JsonEncodingException {
    position++;
    byte b = peekByte();
    position++;
    if (b == 'u') {
      for (int i = 0; i < 4; i++) {
        if (Character.digit(peekByte(), 16) < 0) {
          throw malformed();
        }
        position++;
      }
    } else if (b == END || "\"\\/bfnrt".indexOf(b) < 0) {
      throw malformed();
    }
  }

  /** Moves over a character of several bytes: no overlong form, surrogate or beyond U+10FFFF. */
  private void skipCharacter(int first) throws JsonEncodingException {
    if (first < 0xC2 || first > 0xF4) {
      throw malformed();
    }
    int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    position++;
    for (int more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3; more > 0; more--) {
      int b = peekByte() & 0xFF;
      if (b < lowest || b > highest) {
        throw malformed();
      }
      lowest = 0x80;
      highest = 0xBF;
      position++;
    }
  }

  /** Whether these bytes come next, from the position on. */
  boolean comesNext(ByteBuffer expected) {
    int size = expected.remaining();
    return size <= bytes.length - position
        // Compares many bytes at a time, which no loop here would.
        && ByteBuffer.wrap(bytes, position, size).equals(expected);
  }
}
