package ai.withcortex.core;

import java.util.regex.Pattern;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Takes the API key out of what a server sent: some quote a key that they refuse. */
final class KeyFilter {
  /** Below this a key is too short to be a secret, and may be a part of any word. */
  private static final int SHORTEST_SECRET = 8;

  /** Notes on a request which key it shows. */
  static Request.Builder note(Request.Builder request, String key) {
    return request.tag(Shown.class, new Shown(key));
  }

  /** The text without the key that the request showed, or the one that it was made from. */
  static String withoutKey(String text, Request sent) {
    Shown shown = sent.tag(Shown.class);
    return shown == null || shown.key.length() < SHORTEST_SECRET
        ? text
        : shown.pattern().matcher(text).replaceAll("[API key]");
  }

  /** In JSON and in URLs each character may be an escape; a slash is one for many writers. */
  private static Pattern writtenAnyWay(String secret) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      pattern.append(
          String.format(
              "(?:\\\\?%1$s|\\\\u(?i:%2$04x)|%%(?i:%2$02x))",
              Pattern.quote(String.valueOf(c)), (int) c));
    }
    return Pattern.compile(pattern.toString());
  }

  private KeyFilter() {}

  private static final class Shown {
    private final String key;

    /** Made when needed, perhaps by several threads: the others are as good. */
    private volatile @Nullable Pattern pattern;

    Shown(String key) {
      this.key = key;
    }

    Pattern pattern() {
      Pattern made = pattern;
      if (made == null) {
        made = writtenAnyWay(key);
        pattern = made;
      }
      return made;
    }
  }
}
