package ai.withcortex.core.json;

/**
 * The smallest parts of a JSON text: whitespace, strings, numbers and keywords, strictly by RFC
 * 8259. Messages name one character and its offset, never more of the text.
 */
abstract class JsonTokens {
  /** What {@link #peek()} returns behind the last character. */
  static final int END = -1;

  final String text;
  int position;

  JsonTokens(String text) {
    this.text = text;
  }

  final void skipScalar(int first) {
    if (first == '"') {
      skipString();
    } else if (first == 't') {
      skipKeyword("true");
    } else if (first == 'f') {
      skipKeyword("false");
    } else if (first == 'n') {
      skipKeyword("null");
    } else if (first == '-' || isDigit(first)) {
      skipNumber();
    } else {
      throw expected("a value");
    }
  }

  private void skipKeyword(String keyword) {
    for (int i = 0; i < keyword.length(); i++) {
      if (peek() != keyword.charAt(i)) {
        throw expected(keyword);
      }
      position++;
    }
  }

  private void skipNumber() {
    if (peek() == '-') {
      position++;
    }
    if (peek() == '0') {
      position++;
    } else {
      skipDigits();
    }
    if (peek() == '.') {
      position++;
      skipDigits();
    }
    if (peek() == 'e' || peek() == 'E') {
      position++;
      if (peek() == '+' || peek() == '-') {
        position++;
      }
      skipDigits();
    }
  }

  private void skipDigits() {
    if (!isDigit(peek())) {
      throw expected("a digit");
    }
    do {
      position++;
    } while (isDigit(peek()));
  }

  final void skipString() {
    position++;
    while (true) {
      int c = peek();
      if (c == '"') {
        position++;
        return;
      } else if (c == '\\') {
        position++;
        skipEscape();
      } else if (c < ' ') {
        throw expected(c == END ? "'\"'" : "an escaped control character");
      } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        skipSurrogatePair();
      } else {
        position++;
      }
    }
  }

  private void skipEscape() {
    int c = peek();
    if (c == 'u') {
      position++;
      for (int i = 0; i < 4; i++) {
        if (peek() > 'f' || Character.digit(peek(), 16) < 0) {
          throw expected("a hexadecimal digit");
        }
        position++;
      }
    } else if (c != END && "\"\\/bfnrt".indexOf(c) >= 0) {
      position++;
    } else {
      throw expected("an escape character");
    }
  }

  /** Half a pair has no UTF-8 (RFC 8259, section 8.1) and would be sent as a question mark. */
  private void skipSurrogatePair() {
    int codePoint = text.codePointAt(position);
    if (!Character.isSupplementaryCodePoint(codePoint)) {
      throw expected("a surrogate pair");
    }
    position += 2;
  }

  final void skipWhitespace() {
    while (true) {
      int c = peek();
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        return;
      }
      position++;
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  final int peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  final IllegalArgumentException expected(String what) {
    return new IllegalArgumentException("Expected " + what + " but found " + found() + where());
  }

  private String found() {
    int c = peek();
    if (c == END) {
      return "the end";
    }
    return c > ' ' && c < 0x7f ? "'" + (char) c + "'" : String.format("U+%04X", c);
  }

  final String where() {
    return " at offset " + position;
  }
}
