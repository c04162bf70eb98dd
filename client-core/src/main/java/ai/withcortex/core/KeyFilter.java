package ai.withcortex.core;

import java.util.regex.Pattern;
import okhttp3.Request;

/** Takes the API key out of what a server sent: some quote a key that they refuse. */
final class KeyFilter {
  /** The text without the key that the request showed, or the one that it was made from. */
  static String withoutKey(String text, Request sent) {
    SentRequest known = SentRequest.of(sent);
    Pattern key = known == null ? null : known.keyPattern();
    return key == null ? text : key.matcher(text).replaceAll("[API key]");
  }

  private KeyFilter() {}
}
