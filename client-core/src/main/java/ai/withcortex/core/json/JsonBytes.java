package ai.withcortex.core.json;

import com.squareup.moshi.JsonEncodingException;
import java.nio.ByteBuffer;

/**
 * The bytes of a JSON document, gone through once, strictly: RFC 8259 in UTF-8, RFC 3629, and
 * nested no deeper than Moshi's reader goes.
 *
 * <p>It does not say what is wrong with a document, but that it is no document it can read.
 */
class JsonBytes {
  private static final int MAX_DEPTH = JsonScanner.MAX_DEPTH;

  /** Stands behind the last byte; no JSON has it. */
  private static final byte END = 0;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  final byte[] bytes;
  int position;

  /** For each open container, outermost first: whether it is an object. */
  private final boolean[] objects;

  /** How many containers are open. */
  int depth;

  JsonBytes(byte[] bytes, int maxDepth) {
    this.bytes = bytes;
    this.objects = new boolean[Math.min(maxDepth, MAX_DEPTH)];
  }

  static JsonEncodingException malformed() {
    return new JsonEncodingException("malformed JSON");
  }

  /** The first byte of what comes next, or {@link #END}. */
  final byte next() {
    skipWhitespace();
    return peekByte();
  }

  /** The byte at the position, or {@link #END}. */
  private byte peekByte() {
    return position < bytes.length ? bytes[position] : END;
  }

  final boolean isAtEnd() {
    skipWhitespace();
    return position == bytes.length;
  }

  final void skipWhitespace() {
    byte b = peekByte();
    while (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
      position++;
      b = peekByte();
    }
  }

  /** Moves over the bracket that has to come next. */
  final void open(char bracket) throws JsonEncodingException {
    if (depth == objects.length) {
      throw malformed();
    }
    take(bracket);
    objects[depth++] = bracket == '{';
  }

  /** Moves over the bracket that has to come next and closes what was opened last. */
  final void close(char bracket) throws JsonEncodingException {
    take(bracket);
    depth--;
  }

  final void take(char expected) throws JsonEncodingException {
    if (next() != expected) {
      throw malformed();
    }
    position++;
  }

  /** Whether this open container is an object; 0 is the outermost. */
  final boolean isObject(int level) {
    return objects[level];
  }

  private boolean isInObject() {
    return objects[depth - 1];
  }

  /** Moves to the next element or member of the innermost container; false if there is none. */
  final boolean moveToNext() throws JsonEncodingException {
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

  final void skipValue() throws JsonEncodingException {
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

  final void skipName() throws JsonEncodingException {
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
    int start = position;
    while (peekByte() >= '0' && peekByte() <= '9') {
      position++;
    }
    if (position == start) {
      throw malformed();
    }
  }

  /** Moves over a string; answers whether it is written as it is, without an escape. */
  final boolean skipString() throws JsonEncodingException {
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

  /** Moves over printable ASCII, but for quotes and backslashes. */
  private void skipPlainBytes() {
    int i = position;
    while (i < bytes.length && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    position = i;
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
  final boolean comesNext(ByteBuffer expected) {
    int size = expected.remaining();
    return size <= bytes.length - position
        // Compares many bytes at a time, which no loop here would.
        && ByteBuffer.wrap(bytes, position, size).equals(expected);
  }
}
