package ai.withcortex.core;

import java.util.regex.Pattern;

/** Makes text from outside fit into a message: no line breaks, no endless length. */
final class OneLine {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  /** The text with control characters as spaces, cut to the number of characters given. */
  static String of(String text, int length) {
    return cut(BREAKS.matcher(text).replaceAll(" ").trim(), length);
  }

  /** The first characters of the text; half a surrogate pair at the end is left out. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private OneLine() {}
}
