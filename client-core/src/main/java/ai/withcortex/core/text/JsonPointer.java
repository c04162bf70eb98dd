package ai.withcortex.core.text;

import java.util.ArrayList;
import java.util.List;

/** Parses JSON pointers (RFC 6901). */
public final class JsonPointer {
  private static final int NOT_AN_INDEX = -1;

  /** The maximum number of digits in an array index that fits in an int. */
  private static final int MAX_INDEX_LENGTH = 10;

  private JsonPointer() {}

  /**
   * Returns the reference tokens of {@code pointer}, unescaped.
   *
   * @throws IllegalArgumentException if the pointer is malformed
   */
  public static List<String> tokens(String pointer) {
    List<String> tokens = new ArrayList<>();
    int position = 0;
    while (position < pointer.length()) {
      if (pointer.charAt(position) != '/') {
        throw new IllegalArgumentException("Expected a JSON pointer that starts with '/'");
      }
      int start = position + 1;
      int slash = pointer.indexOf('/', start);
      position = slash < 0 ? pointer.length() : slash;
      tokens.add(unescape(pointer, start, position));
    }
    return tokens;
  }

  private static String unescape(String pointer, int start, int end) {
    StringBuilder token = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = pointer.charAt(i);
      if (c == '~') {
        i++;
        char escaped = i < end ? pointer.charAt(i) : '/';
        if (escaped != '0' && escaped != '1') {
          throw new IllegalArgumentException(
              "Expected '0' or '1' after '~' at offset " + i + " of the JSON pointer");
        }
        token.append(escaped == '0' ? '~' : '/');
      } else {
        token.append(c);
      }
    }
    return token.toString();
  }

  /**
   * Returns the array index in {@code token}, or a negative number if the token is not an index.
   */
  public static int index(String token) {
    int length = token.length();
    if (length == 0 || length > MAX_INDEX_LENGTH || (length > 1 && token.charAt(0) == '0')) {
      return NOT_AN_INDEX;
    }
    long index = 0;
    for (int i = 0; i < length; i++) {
      char c = token.charAt(i);
      if (c < '0' || c > '9') {
        return NOT_AN_INDEX;
      }
      index = index * 10 + (c - '0');
    }
    return index > Integer.MAX_VALUE ? NOT_AN_INDEX : (int) index;
  }
}
