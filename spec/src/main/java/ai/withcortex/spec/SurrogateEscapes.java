package ai.withcortex.spec;

/**
 * Hides escaped surrogates from Jackson, which rejects a lone surrogate in a name although RFC 8259
 * (section 8.2) allows it. Each surrogate is replaced by a mark and a character from the private
 * use area.
 */
final class SurrogateEscapes {
  private static final char MARK = '\ue000';
  private static final int SHIFT = MARK + 1 - Character.MIN_SURROGATE;
  private static final int ESCAPE_LENGTH = 6;

  private SurrogateEscapes() {}

  /** Returns JSON from which {@link #restore} recovers the characters of the given JSON. */
  static String hide(String json) {
    if (!json.contains("\\u") && json.indexOf(MARK) < 0) {
      return json;
    }
    StringBuilder hidden = new StringBuilder(json.length());
    int i = 0;
    while (i < json.length()) {
      int length = json.charAt(i) == '\\' ? escapeLength(json, i) : 1;
      char c = length == ESCAPE_LENGTH ? character(json, i) : json.charAt(i);
      if (c == MARK) {
        hidden.append(MARK).append(MARK);
      } else if (length == ESCAPE_LENGTH && Character.isSurrogate(c)) {
        hidden.append(MARK).append((char) (c + SHIFT));
      } else {
        hidden.append(json, i, i + length);
      }
      i += length;
    }
    return hidden.toString();
  }

  private static int escapeLength(String json, int start) {
    int end = start + ESCAPE_LENGTH;
    boolean isUnicode =
        json.startsWith("u", start + 1)
            && end <= json.length()
            && json.substring(start + 2, end).matches("[0-9a-fA-F]{4}");
    return isUnicode ? ESCAPE_LENGTH : Math.min(2, json.length() - start);
  }

  private static char character(String json, int start) {
    return (char) Integer.parseInt(json.substring(start + 2, start + ESCAPE_LENGTH), 16);
  }

  /** Returns the characters of a string or name, including surrogates. */
  static String restore(String hidden) {
    if (hidden.indexOf(MARK) < 0) {
      return hidden;
    }
    StringBuilder characters = new StringBuilder(hidden.length());
    for (int i = 0; i < hidden.length(); i++) {
      char c = hidden.charAt(i);
      if (c == MARK) {
        char next = hidden.charAt(++i);
        c = next == MARK ? MARK : (char) (next - SHIFT);
      }
      characters.append(c);
    }
    return characters.toString();
  }
}
