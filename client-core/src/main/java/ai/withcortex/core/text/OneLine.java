package ai.withcortex.core.text;

import java.util.regex.Pattern;

/** Makes external text fit into a message: without line breaks and of limited length. */
public final class OneLine {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  /**
   * Returns the text with control characters replaced by spaces, cut to this number of characters.
   */
  public static String of(String text, int length) {
    return cut(BREAKS.matcher(text).replaceAll(" ").trim(), length);
  }

  /** Returns the first characters of the text, without half a surrogate pair at the end. */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private OneLine() {}
}
