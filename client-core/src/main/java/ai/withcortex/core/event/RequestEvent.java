package ai.withcortex.core.event;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.http.Redaction;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The request of a call. All events of a call share the same instance. */
public final class RequestEvent {
  private final String method;
  private final HttpUrl url;
  private final @Nullable String route;
  private final String query;

  /**
   * Creates an event.
   *
   * @param url the absolute URL of the request, with all query values
   * @param route the path template, or null
   * @throws IllegalArgumentException if the URL is not an http or https URL
   */
  public RequestEvent(String method, String url, @Nullable String route) {
    this.method = requireNonNull(method, "method == null");
    this.url = HttpUrl.get(url);
    this.route = route;
    this.query = Redaction.query(this.url);
  }

  /** Returns the method, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** Returns the host, such as {@code api.withcortex.ai}; an IPv6 address has no brackets. */
  public String host() {
    return url.host();
  }

  /** Returns the port, even if it is the default of the scheme. */
  public int port() {
    return url.port();
  }

  /**
   * Returns the path template, such as {@code /apps/{app_id}/things}; null if the interface method
   * declares no path. The template is the same for all calls of a method, so it can name a metric
   * or a span. It does not include the path of the base URL.
   */
  public @Nullable String route() {
    return route;
  }

  /** Returns the encoded path of the URL. */
  public String path() {
    return url.encodedPath();
  }

  /**
   * Returns the query, which may be empty, with {@code [hidden]} in place of values that are not
   * known to be harmless.
   */
  public String query() {
    return query;
  }

  /**
   * Returns the URL with query values hidden as in {@link #query}, such as {@code
   * https://api.withcortex.ai/apps/app_1/things?page=1&next=[hidden]}.
   */
  public String url() {
    HttpUrl shown = url.newBuilder().username("").password("").query(null).fragment(null).build();
    return shown + suffix();
  }

  /** Returns a string such as {@code GET /apps/app_1/things?page=1&next=[hidden]}. */
  @Override
  public String toString() {
    return method + " " + path() + suffix();
  }

  private String suffix() {
    return query.isEmpty() ? "" : "?" + query;
  }
}
