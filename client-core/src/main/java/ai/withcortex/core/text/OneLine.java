package ai.withcortex.core.text;

import java.util.regex.Pattern;

/** Prepares external text for a message by removing line breaks and limiting the length. */
public final class OneLine {
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

  /** Returns the text with control characters replaced with spaces, cut to the given length. */
  public static String of(String text, int length) {
    return cut(BREAKS.matcher(text).replaceAll(" ").trim(), length);
  }

  /**
   * Cuts the text to the given length, or to one character less to avoid splitting a surrogate
   * pair.
   */
  public static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  private OneLine() {}
}
