package ai.withcortex.testing.server;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Validates the status lines and headers that a test sets (RFC 9110, section 5).
 *
 * <p>OkHttp's {@code Headers} is not suitable: it accepts names such as {@code a:b}, rejects the
 * characters U+0080 to U+00FF that a server may send in values, and quotes values in exception
 * messages.
 */
public final class HeaderSyntax {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
  private static final Pattern LINE = Pattern.compile("[\\x00-\\xff&&[^\\r\\n]]*");
  private static final List<String> OF_THE_SERVER =
      Arrays.asList("Connection", "Content-Length", "Transfer-Encoding");

  private HeaderSyntax() {}

  /** Requires a valid header name that a fault may set. */
  public static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is not a valid header name (RFC 9110)");
    }
    if (OF_THE_SERVER.stream().anyMatch(name::equalsIgnoreCase)) {
      throw new IllegalArgumentException(
          "The server sets " + name + " itself; a fault cannot change any of " + OF_THE_SERVER);
    }
    return name;
  }

  /**
   * Requires a valid header value. The exception message omits the value because it may be a
   * secret.
   */
  public static String requireValue(String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A header value must not contain control characters or characters above U+00FF");
    }
    return value;
  }

  /** Requires characters that a status line can contain. */
  public static String requireLine(String line) {
    if (!LINE.matcher(line).matches()) {
      throw new IllegalArgumentException(
          "A status line must not contain line breaks or characters above U+00FF");
    }
    return line;
  }
}
