package ai.withcortex.testing;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Validates the parts of a message head that a test sets (RFC 9110, section 5). */
final class HeaderSyntax {
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
  private static final Pattern LINE = Pattern.compile("[\\x00-\\xff&&[^\\r\\n]]*");
  private static final Set<String> OF_THE_SERVER = ofTheServer();

  private HeaderSyntax() {}

  static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" is no header name (RFC 9110)");
    }
    if (OF_THE_SERVER.contains(name)) {
      throw new IllegalArgumentException(
          "Only the server sets " + name + "; a fault cannot set any of " + OF_THE_SERVER);
    }
    return name;
  }

  /**
   * Requires a valid header value. The message of the exception omits the value, since it may be a
   * secret.
   */
  static String requireValue(String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A header value must have no control characters and none beyond U+00FF");
    }
    return value;
  }

  static String requireLine(String line) {
    if (!LINE.matcher(line).matches()) {
      throw new IllegalArgumentException(
          "A status line must have no line breaks and no characters beyond U+00FF");
    }
    return line;
  }

  private static Set<String> ofTheServer() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Arrays.asList("Connection", "Content-Length", "Date", "Transfer-Encoding"));
    return Collections.unmodifiableSet(names);
  }
}
