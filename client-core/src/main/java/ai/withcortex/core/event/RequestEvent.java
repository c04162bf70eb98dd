package ai.withcortex.core.event;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.http.Redaction;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The request of a call; the same instance in all events of that call. */
public final class RequestEvent {
  private final String method;
  private final HttpUrl url;
  private final @Nullable String route;
  private final String query;

  /**
   * Creates an event.
   *
   * @param url the URL of the request, absolute, with all query values
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

  /** Returns the host, such as {@code api.withcortex.ai}; an IPv6 address without brackets. */
  public String host() {
    return url.host();
  }

  /** Returns the port, even if it is the default of the scheme. */
  public int port() {
    return url.port();
  }

  /**
   * Returns the path template, such as {@code /apps/{app_id}/things}; null if the interface method
   * declares no path. It is the same for all calls of one method, so it can name a metric or a
   * span. It does not include the path of the base URL.
   */
  public @Nullable String route() {
    return route;
  }

  /** Returns the path of the URL, encoded. */
  public String path() {
    return url.encodedPath();
  }

  /**
   * Returns the query, with {@code [hidden]} for values that are not known to be harmless; possibly
   * empty.
   */
  public String query() {
    return query;
  }

  /**
   * Returns the URL with hidden query values, such as {@code
   * https://api.withcortex.ai/apps/app_1/things?page=1&next=[hidden]}.
   */
  public String url() {
    HttpUrl shown = url.newBuilder().username("").password("").query(null).fragment(null).build();
    return shown + suffix();
  }

  /** Returns text such as {@code GET /apps/app_1/things?page=1&next=[hidden]}. */
  @Override
  public String toString() {
    return method + " " + path() + suffix();
  }

  private String suffix() {
    return query.isEmpty() ? "" : "?" + query;
  }
}
