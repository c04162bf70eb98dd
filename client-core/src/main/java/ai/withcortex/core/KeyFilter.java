package ai.withcortex.core;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Request;

/** Takes the API key out of what a server sent: some quote a key that they refuse. */
final class KeyFilter {
  private static final String SCHEME = "Bearer ";

  /** Below this a key is too short to be a secret, and may be a part of any word. */
  private static final int SHORTEST_SECRET = 8;

  /** The text without the key that the request showed. */
  static String withoutKey(String text, Request sent) {
    String authorization = sent.header("Authorization");
    String key = authorization == null ? "" : authorization.substring(SCHEME.length());
    return key.length() < SHORTEST_SECRET
        ? text
        : writtenAnyWay(key).matcher(text).replaceAll("[API key]");
  }

  /** In JSON each character may be an escape, and a slash is one for many writers. */
  private static Pattern writtenAnyWay(String secret) {
    String pattern =
        secret
            .chars()
            .mapToObj(
                c ->
                    String.format(
                        "(?:\\\\?%s|\\\\u(?i:%04x))", Pattern.quote(String.valueOf((char) c)), c))
            .collect(Collectors.joining());
    return Pattern.compile(pattern);
  }

  private KeyFilter() {}
}
