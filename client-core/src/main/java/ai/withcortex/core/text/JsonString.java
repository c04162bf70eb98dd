package ai.withcortex.core.text;

/** Converts strings to JSON string literals and back (RFC 8259, section 7). */
public final class JsonString {
  /** The characters that have a short escape, in the order of the escape letters below. */
  private static final String ESCAPED = "\"\\\b\f\n\r\t";

  private static final String SHORT_ESCAPES = "\"\\bfnrt";

  private JsonString() {}

  /**
   * Returns {@code value} in quotes. Escapes the characters that JSON requires to be escaped, as
   * well as unpaired surrogates, which have no UTF-8 encoding and would be sent as question marks.
   */
  public static String quote(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('"');
    int length = value.length();
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        text.append(c).append(value.charAt(++i));
      } else if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        escape(c, text);
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }

  private static void escape(char c, StringBuilder text) {
    int index = ESCAPED.indexOf(c);
    if (index >= 0) {
      text.append('\\').append(SHORT_ESCAPES.charAt(index));
    } else {
      text.append(String.format("\\u%04x", (int) c));
    }
  }

  /**
   * Returns the string that a valid literal represents. An escaped unpaired surrogate is valid JSON
   * and stays unpaired in the result.
   */
  public static String unquote(String literal) {
    int end = literal.length() - 1;
    int escape = literal.indexOf('\\');
    if (escape < 0) {
      return literal.substring(1, end);
    }
    StringBuilder value = new StringBuilder(end);
    int start = 1;
    while (escape >= 0) {
      value.append(literal, start, escape);
      char c = literal.charAt(escape + 1);
      if (c == 'u') {
        start = escape + 6;
        value.append((char) Integer.parseInt(literal.substring(escape + 2, start), 16));
      } else {
        start = escape + 2;
        value.append(unescape(c));
      }
      escape = literal.indexOf('\\', start);
    }
    return value.append(literal, start, end).toString();
  }

  /** Returns the character for an escape with the given letter, which must not be {@code u}. */
  static char unescape(char c) {
    int index = SHORT_ESCAPES.indexOf(c);
    return index >= 0 ? ESCAPED.charAt(index) : c;
  }
}
