package ai.withcortex.core.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Validates a base URL. The messages never quote a part that could be secret.
 *
 * <p>OkHttp decides which hosts are valid, because it sends the requests: {@link java.net.URI}
 * rejects hosts with underscores or letters beyond ASCII.
 */
public final class BaseUrl {
  /** A scheme, and the rest that follows it. */
  private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");

  /** The slashes before a host, and the first character of the host. */
  private static final Pattern HOST = Pattern.compile("//[^/\\\\?#].*");

  private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\p{Cc}]");

  /** Also addresses such as 127.1, in which zeros are left out. */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|::1|127(\\.(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])){1,3}");

  public static String check(String text, boolean plainHttpAllowed) {
    if (BLANK.matcher(text).find()) {
      throw expected("text that is not a URL", "remove spaces and other invalid characters");
    }
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw expected("a URL without a scheme", "write https:// in front of the host");
    }
    if (!HOST.matcher(parts.group(2)).matches()) {
      throw expected("a URL without a host", "write https://, then the host");
    }
    String scheme = parts.group(1);
    if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
      throw expected("the scheme " + scheme, "use https");
    }
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw expected("an invalid host or port", "correct it");
    }
    checkParts(url, plainHttpAllowed);
    return text;
  }

  private static void checkParts(HttpUrl url, boolean plainHttpAllowed) {
    if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
      throw expected("user information in it", "remove it and set the key with apiKey(…)");
    }
    @Nullable String query = url.encodedQuery();
    if (query != null || url.encodedFragment() != null) {
      throw expected(query != null ? "a query in it" : "a fragment in it", "end it after the path");
    }
    if (!url.isHttps() && !plainHttpAllowed && !LOOPBACK.matcher(url.host()).matches()) {
      throw expected(
          "http to " + url.host(),
          "use https, because http would send the API key in the clear (without"
              + " allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1])");
    }
  }

  /**
   * Returns the URL against which relative paths are resolved. It ends with a slash, so that a path
   * prefix is kept.
   */
  public static HttpUrl toRoot(String baseUrl) {
    HttpUrl url = HttpUrl.get(baseUrl);
    return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
  }

  private static IllegalArgumentException expected(String found, String whatToDo) {
    return new IllegalArgumentException(
        "Expected a base URL such as https://api.withcortex.ai, found "
            + found
            + "; "
            + whatToDo
            + ".");
  }

  private BaseUrl() {}
}
