package ai.withcortex.core.http;

import java.io.IOException;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The state of one attempt's request, attached to the request as a tag. */
public final class SentRequest {
  /** A shorter key is not a secret and could be part of any word. */
  private static final int SHORTEST_SECRET = 8;

  /** The reason OkHttp last failed to send the request; null if it did not fail. */
  public @Nullable IOException failure;

  private final @Nullable String key;

  /** Created on demand, possibly by several threads; all results are equivalent. */
  private volatile @Nullable Pattern pattern;

  /**
   * Creates the state of a request that has not been sent yet.
   *
   * @param key the API key in the request; null if there is none
   */
  public SentRequest(@Nullable String key) {
    this.key = key;
  }

  /**
   * Returns the tag of the given request, or of the request it was derived from; null if there is
   * none.
   */
  public static @Nullable SentRequest of(Request request) {
    return request.tag(SentRequest.class);
  }

  /**
   * Returns text from a server with the API key of the request replaced, because some servers quote
   * a rejected key. The request may be derived from the original one.
   */
  public static String withoutKey(String text, Request sent) {
    SentRequest known = of(sent);
    Pattern key = known == null ? null : known.keyPattern();
    return key == null ? text : key.matcher(text).replaceAll("[API key]");
  }

  /**
   * Returns a pattern that finds the key in any text; null if the request has no key or its key is
   * not a secret.
   */
  private @Nullable Pattern keyPattern() {
    Pattern made = pattern;
    if (made == null && key != null && key.length() >= SHORTEST_SECRET) {
      made = writtenAnyWay(key);
      pattern = made;
    }
    return made;
  }

  /**
   * Returns a pattern for the secret in JSON and URLs, where any character may be escaped. Many
   * JSON writers escape slashes.
   */
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
