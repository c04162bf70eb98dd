package ai.withcortex.core.json;

import java.util.BitSet;

/**
 * Checks that a text is a JSON value by RFC 8259, and says what is wrong with it otherwise.
 *
 * <p>One pass, in linear time, without recursion; nothing is decoded.
 */
final class JsonScanner extends JsonTokens {
  /** As deep as Moshi's reader goes, so that what one of them takes the other takes as well. */
  static final int MAX_DEPTH = 255;

  /** For each open container, outermost first: whether it is an object. */
  private final BitSet objects = new BitSet();

  private int depth;

  private JsonScanner(String text) {
    super(text);
  }

  /**
   * Returns the one value that {@code text} is, without the whitespace around it.
   *
   * @throws IllegalArgumentException if the text is anything but one JSON value
   */
  static String requireValue(String text) {
    JsonScanner scanner = new JsonScanner(text);
    scanner.skipWhitespace();
    int start = scanner.position;
    scanner.skipValue();
    int end = scanner.position;
    scanner.skipWhitespace();
    if (scanner.peek() != END) {
      throw scanner.expected("the end of the JSON text");
    }
    return text.substring(start, end);
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
    skipWhitespace();
    if (peek() != ':') {
      throw expected("':'");
    }
    position++;
  }
}
