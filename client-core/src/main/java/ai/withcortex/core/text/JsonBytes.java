package ai.withcortex.core.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Scans the bytes of a JSON document once and strictly. Accepts JSON as defined in RFC 8259,
 * encoded in UTF-8 (RFC 3629) and nested no deeper than Moshi's reader allows.
 *
 * <p>Every error is a {@link MalformedJsonException}.
 */
public final class JsonBytes {
  /** The depth limit of Moshi's reader, so that both accept the same documents. */
  static final int MAX_DEPTH = 255;

  /** Enough levels for most documents. */
  private static final int USUAL_DEPTH = 16;

  /** Marks the end of the bytes; never occurs in JSON. */
  private static final byte END = 0;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  public final byte[] bytes;
  public int position;

  /** The same bytes in groups of eight. */
  private final ByteBuffer words;

  private final int maxDepth;

  /** Whether each open container is an object, outermost first. */
  private boolean[] objects = new boolean[USUAL_DEPTH];

  /** The number of open containers. */
  public int depth;

  public JsonBytes(byte[] bytes) {
    this(bytes, MAX_DEPTH);
  }

  public JsonBytes(byte[] bytes, int maxDepth) {
    this.bytes = bytes;
    this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.maxDepth = Math.min(maxDepth, MAX_DEPTH);
  }

  /** Returns the failure for an unexpected next byte. */
  public MalformedJsonException malformed(String expected) {
    return malformed(position, expected);
  }

  private MalformedJsonException malformed(int offset, String expected) {
    return MalformedJsonException.at(offset, bytes, expected);
  }

  /** Returns the first byte of the next token, or {@link #END}. */
  public byte next() {
    skipWhitespace();
    return byteOrEnd(position);
  }

  private byte byteOrEnd(int index) {
    return index < bytes.length ? bytes[index] : END;
  }

  /** Fails if anything but whitespace follows. */
  public void requireEnd() throws MalformedJsonException {
    skipWhitespace();
    if (position < bytes.length) {
      throw MalformedJsonException.moreAfterEnd(position, bytes);
    }
  }

  public void skipWhitespace() {
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

  public void takeColon() throws MalformedJsonException {
    if (next() != ':') {
      throw malformed("':'");
    }
    position++;
  }

  /** Skips the opening bracket that comes next. */
  public void open(char bracket) throws MalformedJsonException {
    if (next() != bracket) {
      throw malformed("'" + bracket + "'");
    }
    enter(bracket == '{', position);
    position++;
  }

  private void enter(boolean isObject, int bracket) throws MalformedJsonException {
    if (depth == maxDepth) {
      throw MalformedJsonException.tooDeep(bracket, maxDepth);
    }
    if (depth == objects.length) {
      objects = Arrays.copyOf(objects, 2 * depth);
    }
    objects[depth++] = isObject;
  }

  /** Skips the closing bracket that comes next, which closes the innermost container. */
  public void close() throws MalformedJsonException {
    if (!closes(next())) {
      throw malformed(commaOrBracket());
    }
    position++;
    depth--;
  }

  /**
   * Returns whether the open container at the given level is an object; level 0 is the outermost.
   */
  boolean isObject(int level) {
    return objects[level];
  }

  private boolean isInObject() {
    return objects[depth - 1];
  }

  /** Moves to the innermost container's next element or member; returns false if there is none. */
  public boolean moveToNext() throws MalformedJsonException {
    // A value never ends with an opening bracket, so one byte is enough.
    boolean isFirst = bytes[position - 1] == '{' || bytes[position - 1] == '[';
    byte next = next();
    if (closes(next)) {
      return false;
    }
    if (!isFirst) {
      if (next != ',') {
        throw malformed(commaOrBracket());
      }
      position++;
    }
    return true;
  }

  public void skipValue() throws MalformedJsonException {
    int outside = depth;
    int i = endOfWhitespace(position);
    do {
      byte first = byteOrEnd(i);
      if (first == '{' || first == '[') {
        enter(first == '{', i);
        i = endOfWhitespace(i + 1);
        i = closes(byteOrEnd(i)) ? startOfNextValue(i, outside) : startOfValue(i);
      } else {
        i = startOfNextValue(endOfScalar(first, i), outside);
      }
    } while (depth > outside);
    position = i;
  }

  private boolean closes(byte bracket) {
    return bracket == (isInObject() ? '}' : ']');
  }

  /**
   * Closes the containers that end at the given index, except the outer ones, and finds the next
   * value.
   */
  private int startOfNextValue(int end, int outside) throws MalformedJsonException {
    int i = end;
    while (depth > outside) {
      i = endOfWhitespace(i);
      byte next = byteOrEnd(i);
      i++;
      if (next == ',') {
        return startOfValue(endOfWhitespace(i));
      } else if (!closes(next)) {
        throw malformed(i - 1, commaOrBracket());
      }
      depth--;
    }
    return i;
  }

  /** Returns where the value starts in the member or element at the given index. */
  private int startOfValue(int start) throws MalformedJsonException {
    if (!isInObject()) {
      return start;
    }
    requireName(start);
    int end = endOfWhitespace(endOfString(start + 1));
    if (byteOrEnd(end) != ':') {
      throw malformed(end, "':'");
    }
    return endOfWhitespace(end + 1);
  }

  private String commaOrBracket() {
    return isInObject() ? "',' or '}'" : "',' or ']'";
  }

  private void requireName(int start) throws MalformedJsonException {
    if (byteOrEnd(start) != '"') {
      int before = start - 1;
      while (isWhitespace(bytes[before])) {
        before--;
      }
      throw malformed(start, bytes[before] == '{' ? "a name or '}'" : "a name");
    }
  }

  private int endOfScalar(byte first, int start) throws MalformedJsonException {
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
        if (first != '-' && !isDigit(first)) {
          throw malformed(start, "a value");
        }
        return endOfNumber(start);
    }
  }

  public static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private int endOfKeyword(byte[] keyword, int start) throws MalformedJsonException {
    for (int i = 0; i < keyword.length; i++) {
      if (byteOrEnd(start + i) != keyword[i]) {
        throw malformed(start + i, new String(keyword, UTF_8));
      }
    }
    return start + keyword.length;
  }

  private int endOfNumber(int start) throws MalformedJsonException {
    int i = byteOrEnd(start) == '-' ? start + 1 : start;
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

  private int endOfDigits(int start) throws MalformedJsonException {
    int i = start;
    while (i < bytes.length && isDigit(bytes[i])) {
      i++;
    }
    if (i == start) {
      throw malformed(start, "a digit");
    }
    return i;
  }

  /** Reads a name unchanged, including its quotes; its colon comes next. */
  String nextName() throws MalformedJsonException {
    skipWhitespace();
    int start = position;
    boolean isAscii = skipName();
    return new String(bytes, start, position - start, isAscii ? ISO_8859_1 : UTF_8);
  }

  /** Skips a name; returns whether it consists of ASCII without escapes. */
  public boolean skipName() throws MalformedJsonException {
    skipWhitespace();
    requireName(position);
    return skipString();
  }

  /** Skips a string; returns whether it consists of ASCII without escapes. */
  public boolean skipString() throws MalformedJsonException {
    position++;
    int end = endOfPlainBytes(position);
    boolean isAscii = byteOrEnd(end) == '"';
    position = isAscii ? end + 1 : endOfString(end);
    return isAscii;
  }

  /** Returns the end of a string, which may have started before the given index. */
  private int endOfString(int start) throws MalformedJsonException {
    int i = endOfPlainBytes(start);
    byte next = byteOrEnd(i);
    while (next != '"') {
      i = next < 0 ? endOfText(i) : endOfPlainBytes(endOfEscape(next, i));
      next = byteOrEnd(i);
    }
    return i + 1;
  }

  /** Finds the end of plain ASCII (no quotes, backslashes or controls), eight bytes at a time. */
  private int endOfPlainBytes(int start) {
    int i = start;
    while (i <= bytes.length - Long.BYTES) {
      long others = TextBytes.othersIn(words.getLong(i));
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

  private int endOfEscape(byte first, int start) throws MalformedJsonException {
    if (first != '\\') {
      throw malformed(start, start < bytes.length ? "an escaped control character" : "'\"'");
    }
    switch (byteOrEnd(start + 1)) {
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
          if (Character.digit(byteOrEnd(i), 16) < 0) {
            throw malformed(i, "a hexadecimal digit");
          }
        }
        return start + 6;
      default:
        throw malformed(start + 1, "an escape character");
    }
  }

  private int endOfText(int start) throws MalformedJsonException {
    int end = TextBytes.end(bytes, start);
    if (end < 0) {
      throw MalformedJsonException.notUtf8(~end, bytes);
    }
    return end;
  }

  /**
   * Skips the next bytes if they repeat the bytes between the given positions; returns whether they
   * do.
   */
  public boolean skipsAgain(int start, int end) {
    int size = end - start;
    if (size > bytes.length - position) {
      return false;
    }
    // Compares many bytes at a time, unlike a loop.
    ByteBuffer next = ByteBuffer.wrap(bytes, position, size);
    if (!next.equals(ByteBuffer.wrap(bytes, start, size))) {
      return false;
    }
    position += size;
    return true;
  }
}
