package ai.withcortex.core.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Validates a base URL. The messages never quote a part that could be secret. */
public final class BaseUrl {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|::1|127(\\.(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])){3}");

  public static String check(String text, boolean plainHttpAllowed) {
    URI baseUrl = parse(text);
    if (!baseUrl.isAbsolute()) {
      throw expected("a URL without a scheme", "write https:// in front of the host");
    }
    String scheme = baseUrl.getScheme();
    if (baseUrl.isOpaque() || baseUrl.getHost() == null) {
      throw expected("a URL without a host", "write https://, then the host");
    }
    if (baseUrl.getRawUserInfo() != null) {
      throw expected("user information in it", "remove it and set the key with apiKey(…)");
    }
    if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
      throw expected(
          baseUrl.getRawQuery() != null ? "a query in it" : "a fragment in it",
          "end it after the path");
    }
    HttpUrl url = HttpUrl.get(baseUrl);
    if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
      throw expected("the scheme " + scheme, "use https");
    }
    if (url == null) {
      throw expected("an invalid host or port", "correct it");
    }
    if (!url.isHttps() && !plainHttpAllowed && !LOOPBACK.matcher(url.host()).matches()) {
      throw expected(
          "http to " + url.host(),
          "use https, because http would send the API key in the clear (without"
              + " allowPlainHttp(), http is allowed only for localhost, 127.0.0.0/8 and [::1])");
    }
    return text;
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw expected("text that is not a URL", "remove spaces and other invalid characters");
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
