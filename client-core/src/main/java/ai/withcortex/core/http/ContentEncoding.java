package ai.withcortex.core.http;

import ai.withcortex.core.text.OneLine;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads which encodings a body has from the header {@code Content-Encoding} (RFC 9110, section
 * 8.4).
 *
 * <p>Some servers send a name in it that is no encoding, such as {@code utf-8}, or keep the header
 * when they decode a body. So a body that begins like text counts as decoded.
 */
public final class ContentEncoding {
  /** The number of characters that show whether a body is text. */
  private static final int LOOK_AHEAD = 64;

  /** Enough bytes for these characters. */
  public static final long LOOK_AHEAD_BYTES = 4L * LOOK_AHEAD;

  private static final int LONGEST_NAME = 64;

  /**
   * Returns the encodings that a body still has, as the server named them, such as {@code br}; null
   * if there are none.
   *
   * @param start the beginning of the body, read as text
   */
  public static @Nullable String left(Headers headers, String start) {
    String names = names(headers);
    return names.isEmpty() || names.equalsIgnoreCase("identity") || isText(start) ? null : names;
  }

  /** Returns whether a body is encoded with gzip, once, and with nothing else. */
  public static boolean isGzip(Headers headers) {
    return isNamed(headers) && names(headers).equalsIgnoreCase("gzip");
  }

  /** Returns whether the headers name any encoding. */
  public static boolean isNamed(Headers headers) {
    return headers.get("Content-Encoding") != null;
  }

  private static String names(Headers headers) {
    return OneLine.of(String.join(", ", headers.values("Content-Encoding")), LONGEST_NAME);
  }

  /** Returns whether there are neither control characters nor bytes that are no characters. */
  public static boolean isText(String start) {
    return start
        .chars()
        .limit(LOOK_AHEAD)
        .noneMatch(c -> c == '\ufffd' || (Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0));
  }

  private ContentEncoding() {}
}
