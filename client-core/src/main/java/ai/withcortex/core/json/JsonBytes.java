package ai.withcortex.core.json;

import com.squareup.moshi.JsonEncodingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

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

  JsonBytes(byte[] bytes) {
    this(bytes, MAX_DEPTH);
  }

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
    return byteOrEnd(position);
  }

  private byte byteOrEnd(int index) {
    return index < bytes.length ? bytes[index] : END;
  }

  /** The byte there, which must not be the end. */
  private byte byteAt(int index) throws JsonEncodingException {
    if (index >= bytes.length) {
      throw malformed();
    }
    return bytes[index];
  }

  boolean isAtEnd() {
    skipWhitespace();
    return position == bytes.length;
  }

  void skipWhitespace() {
    position = endOfWhitespace(position);
  }

  private int endOfWhitespace(int start) {
    int i = start;
    while (i < bytes.length && bytes[i] <= ' ' && isWhitespace(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isWhitespace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  void take(char expected) throws JsonEncodingException {
    if (next() != expected) {
      throw malformed();
    }
    position++;
  }

  /** Moves over the bracket that has to come next. */
  void open(char bracket) throws JsonEncodingException {
    take(bracket);
    enter(bracket == '{');
  }

  private void enter(boolean isObject) throws JsonEncodingException {
    if (depth == objects.length) {
      throw malformed();
    }
    objects[depth++] = isObject;
  }

  /** Moves over the bracket that has to come next and closes what was opened last. */
  void close(char bracket) throws JsonEncodingException {
    take(bracket);
    depth--;
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

  /** Reads a value of any kind as it stands, into bytes of its own. */
  JsonValue nextValue() throws JsonEncodingException {
    byte first = next();
    int start = position;
    skipValue();
    switch (first) {
      case 'n':
        return JsonValue.NULL;
      case 't':
        return JsonValue.of(true);
      case 'f':
        return JsonValue.of(false);
      default:
        return new JsonValue(Arrays.copyOfRange(bytes, start, position));
    }
  }

  void skipValue() throws JsonEncodingException {
    int outside = depth;
    int i = endOfWhitespace(position);
    do {
      byte first = byteAt(i);
      if (first == '{' || first == '[') {
        enter(first == '{');
        i = endOfWhitespace(i + 1);
        i = closes(byteAt(i)) ? startOfNextValue(i, outside) : startOfValue(i);
      } else {
        i = startOfNextValue(endOfScalar(first, i), outside);
      }
    } while (depth > outside);
    position = i;
  }

  private boolean closes(byte bracket) {
    return bracket == (isInObject() ? '}' : ']');
  }

  /** Closes what ends there, down to the outer containers, and finds the value that follows. */
  private int startOfNextValue(int end, int outside) throws JsonEncodingException {
    int i = end;
    while (depth > outside) {
      i = endOfWhitespace(i);
      byte next = byteAt(i);
      i++;
      if (next == ',') {
        return startOfValue(endOfWhitespace(i));
      } else if (!closes(next)) {
        throw malformed();
      }
      depth--;
    }
    return i;
  }

  /** Where the value of the member or element is that starts there. */
  private int startOfValue(int start) throws JsonEncodingException {
    if (!isInObject()) {
      return start;
    }
    if (byteAt(start) != '"') {
      throw malformed();
    }
    int end = endOfWhitespace(endOfString(start + 1));
    if (byteAt(end) != ':') {
      throw malformed();
    }
    return endOfWhitespace(end + 1);
  }

  private int endOfScalar(byte first, int start) throws JsonEncodingException {
    switch (first) {
      case '"':
        return endOfString(start + 1);
      case 't':
        return endOfKeyword(TRUE, start);
      case 'f':
        return endOfKeyword(FALSE, start);
      case 'n':
        return endOfKeyword(NULL, start);
      default:
        return endOfNumber(start);
    }
  }

  private int endOfKeyword(byte[] keyword, int start) throws JsonEncodingException {
    for (int i = 0; i < keyword.length; i++) {
      if (byteAt(start + i) != keyword[i]) {
        throw malformed();
      }
    }
    return start + keyword.length;
  }

  private int endOfNumber(int start) throws JsonEncodingException {
    int i = byteAt(start) == '-' ? start + 1 : start;
    i = byteOrEnd(i) == '0' ? i + 1 : endOfDigits(i);
    if (byteOrEnd(i) == '.') {
      i = endOfDigits(i + 1);
    }
    if (byteOrEnd(i) == 'e' || byteOrEnd(i) == 'E') {
      byte sign = byteOrEnd(i + 1);
      i = endOfDigits(sign == '+' || sign == '-' ? i + 2 : i + 1);
    }
    return i;
  }

  private int endOfDigits(int start) throws JsonEncodingException {
    int i = start;
    while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    if (i == start) {
      throw malformed();
    }
    return i;
  }

  /** Moves over a string; answers whether each of its bytes is a character as it stands. */
  boolean skipString() throws JsonEncodingException {
    take('"');
    int end = endOfPlainBytes(position);
    boolean isAscii = byteAt(end) == '"';
    position = isAscii ? end + 1 : endOfString(end);
    return isAscii;
  }

  /** Where a string ends. It may have begun before. */
  private int endOfString(int start) throws JsonEncodingException {
    int i = endOfPlainBytes(start);
    while (byteAt(i) != '"') {
      i = bytes[i] < 0 ? endOfText(i) : endOfPlainBytes(endOfEscape(i));
    }
    return i + 1;
  }

  /** Where ASCII ends, but for quotes, backslashes and control characters: eight bytes a time. */
  private int endOfPlainBytes(int start) {
    int i = start;
    while (i <= bytes.length - Long.BYTES) {
      long others = othersIn(words.getLong(i));
      if (others != 0) {
        return i + Long.numberOfTrailingZeros(others) / Byte.SIZE;
      }
      i += Long.BYTES;
    }
    while (i < bytes.length && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  /**
   * The highest bit of each byte that is not plain; the lowest of those bits is right, those above
   * it may be too many. What is less than the number taken from it gets that bit, and what is not
   * ASCII has it.
   */
  private static long othersIn(long word) {
    long controls = word - EACH * ' ';
    long quotes = (word ^ QUOTES) - EACH;
    long backslashes = (word ^ BACKSLASHES) - EACH;
    return (controls | quotes | backslashes | word) & HIGHEST;
  }

  private int endOfEscape(int start) throws JsonEncodingException {
    if (bytes[start] != '\\') {
      throw malformed();
    }
    switch (byteAt(start + 1)) {
      case '"':
      case '\\':
      case '/':
      case 'b':
      case 'f':
      case 'n':
      case 'r':
      case 't':
        return start + 2;
      case 'u':
        for (int i = start + 2; i < start + 6; i++) {
          if (Character.digit(byteAt(i), 16) < 0) {
            throw malformed();
          }
        }
        return start + 6;
      default:
        throw malformed();
    }
  }

  private int endOfText(int start) throws JsonEncodingException {
    int end = TextBytes.end(bytes, start);
    if (end < 0) {
      throw malformed();
    }
    return end;
  }

  /** Moves over the bytes between these positions before, if they come again. */
  boolean skipsAgain(int start, int end) {
    int size = end - start;
    if (size > bytes.length - position) {
      return false;
    }
    // Compares many bytes at a time, which no loop here would.
    ByteBuffer next = ByteBuffer.wrap(bytes, position, size);
    if (!next.equals(ByteBuffer.wrap(bytes, start, size))) {
      return false;
    }
    position += size;
    return true;
  }
}
