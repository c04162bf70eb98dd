package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/** Checks that an API key can be sent in a header; its messages never quote the key. */
final class ApiKeyRule {
  static String check(@Nullable String apiKey) {
    if (apiKey == null) {
      throw new IllegalArgumentException(
          "Expected an API key, found none; give it with apiKey(…).");
    }
    int length = apiKey.length();
    if (isBlank(apiKey)) {
      throw new IllegalArgumentException(
          "Expected an API key, found "
              + (length == 0 ? "an empty text" : "only white space")
              + "; check where it is read from.");
    }
    if (isSpace(apiKey.charAt(0)) || isSpace(apiKey.charAt(length - 1))) {
      throw new IllegalArgumentException(
          "Expected an API key without white space around it, found some at its "
              + (isSpace(apiKey.charAt(0)) ? "start" : "end")
              + "; trim it (a pasted key or a file often ends in a line break).");
    }
    for (int i = 0; i < length; i++) {
      char c = apiKey.charAt(i);
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException(
            String.format(
                "Expected an API key of printable ASCII characters, found U+%04X at index %d;"
                    + " copy the key again.",
                (int) c, i));
      }
    }
    return apiKey;
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private ApiKeyRule() {}
}
