package ai.withcortex.core.json;

/** JSON string literals: from characters to the quoted text and back (RFC 8259, section 7). */
final class JsonString {
  /** What has a short escape, and the letters of these escapes in the same order. */
  private static final String ESCAPED = "\"\\\b\f\n\r\t";

  private static final String SHORT_ESCAPES = "\"\\bfnrt";

  private JsonString() {}

  /**
   * Returns {@code value} in quotes. Escapes what has to be escaped, and half surrogate pairs too:
   * those have no UTF-8 and would be sent as question marks.
   */
  static String quote(String value) {
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
   * Returns the characters that a valid literal stands for. An escaped half of a surrogate pair is
   * valid JSON and becomes the same half in the result.
   */
  static String unquote(String literal) {
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

  /** What a backslash before a character other than {@code u} makes of it. */
  static char unescape(char c) {
    int index = SHORT_ESCAPES.indexOf(c);
    return index >= 0 ? ESCAPED.charAt(index) : c;
  }
}
