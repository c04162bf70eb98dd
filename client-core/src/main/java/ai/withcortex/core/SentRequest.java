package ai.withcortex.core;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What is known of the request of one attempt; it travels as a tag of the request. */
final class SentRequest {
  /** Below this a key is too short to be a secret, and may be a part of any word. */
  private static final int SHORTEST_SECRET = 8;

  /** How OkHttp's last try to send it failed; null if it did not. */
  @Nullable IOException failure;

  private final @Nullable String key;

  /** Made when needed, perhaps by several threads: the others are as good. */
  private volatile @Nullable Pattern pattern;

  /**
   * @param key the API key that the request shows; null if it shows none
   */
  SentRequest(@Nullable String key) {
    this.key = key;
  }

  /** That of this request, or of the one that it was made from; null if there is none. */
  static @Nullable SentRequest of(Request request) {
    return request.tag(SentRequest.class);
  }

  /**
   * The text, which a server sent, without the key that the request showed, or the one that it was
   * made from: some quote a key that they refuse.
   */
  static String withoutKey(String text, Request sent) {
    SentRequest known = of(sent);
    Pattern key = known == null ? null : known.keyPattern();
    return key == null ? text : key.matcher(text).replaceAll("[API key]");
  }

  /** Finds the key in any text; null if it shows none that is a secret. */
  private @Nullable Pattern keyPattern() {
    Pattern made = pattern;
    if (made == null && key != null && key.length() >= SHORTEST_SECRET) {
      made = writtenAnyWay(key);
      pattern = made;
    }
    return made;
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
}
