package ai.withcortex.core.json;

import java.util.BitSet;

/**
 * Finds where JSON values begin and end in a text, and refuses what RFC 8259 does not allow.
 *
 * <p>One pass, in linear time, without recursion; nothing is decoded.
 */
final class JsonScanner extends JsonTokens {
  /** As deep as Moshi's reader goes, so that what one of them takes the other takes as well. */
  static final int MAX_DEPTH = 255;

  /** For each open container, outermost first: whether it is an object. */
  private final BitSet objects = new BitSet();

  private int depth;

  JsonScanner(String text) {
    super(text);
  }

  /**
   * Returns the one value that {@code text} is, without the whitespace around it.
   *
   * @throws IllegalArgumentException if the text is anything but one JSON value
   */
  static String requireValue(String text) {
    JsonScanner scanner = new JsonScanner(text);
    String value = scanner.nextValue();
    scanner.skipWhitespace();
    if (scanner.peek() != END) {
      throw scanner.expected("the end of the JSON text");
    }
    return value;
  }

  /** Moves over the bracket that opens the container at this position. */
  void enter() {
    position++;
  }

  /**
   * Moves to the next element or member of the container that was entered, and returns false if
   * there is none. For texts that are known to be valid only.
   */
  boolean hasNext() {
    skipWhitespace();
    if (peek() == ',') {
      position++;
      skipWhitespace();
    }
    return peek() != ']' && peek() != '}';
  }

  /** Returns the text of the next member's name, in its quotes, and moves over the colon. */
  String nextName() {
    int start = position;
    skipString();
    String name = text.substring(start, position);
    skipColon();
    return name;
  }

  /** Returns the text of the next value. */
  String nextValue() {
    skipWhitespace();
    int start = position;
    skipValue();
    return text.substring(start, position);
  }

  private void skipValue() {
    do {
      skipWhitespace();
      int first = peek();
      if (first == '{' || first == '[') {
        open(first == '{');
      } else {
        skipScalar(first);
      }
    } while (!closeWhatEndsHere());
  }

  private void open(boolean isObject) {
    if (depth == MAX_DEPTH) {
      throw new IllegalArgumentException(
          "Expected at most " + MAX_DEPTH + " levels of nesting but found more" + where());
    }
    objects.set(depth++, isObject);
    position++;
  }

  /**
   * Stands behind a value or an opening bracket. Returns true if the outermost value ends here, and
   * false once the position is where a further value has to be.
   */
  private boolean closeWhatEndsHere() {
    boolean isEmpty = depth > 0 && isJustOpened();
    while (depth > 0) {
      boolean isObject = objects.get(depth - 1);
      skipWhitespace();
      int next = peek();
      if (next == (isObject ? '}' : ']')) {
        position++;
        depth--;
        isEmpty = false;
        continue;
      }
      if (!isEmpty) {
        if (next != ',') {
          throw expected(isObject ? "',' or '}'" : "',' or ']'");
        }
        position++;
      }
      if (isObject) {
        skipName(isEmpty);
      }
      return false;
    }
    return true;
  }

  /** A value never ends in an opening bracket, so one character tells. */
  private boolean isJustOpened() {
    char last = text.charAt(position - 1);
    return last == '{' || last == '[';
  }

  private void skipName(boolean mayClose) {
    skipWhitespace();
    if (peek() != '"') {
      throw expected(mayClose ? "a name or '}'" : "a name");
    }
    skipString();
    skipColon();
  }

  private void skipColon() {
    skipWhitespace();
    if (peek() != ':') {
      throw expected("':'");
    }
    position++;
  }
}
