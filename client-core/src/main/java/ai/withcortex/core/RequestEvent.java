package ai.withcortex.core;

import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The request of a call; the same instance in all events of that call. */
public final class RequestEvent {
  private final String method;
  private final HttpUrl url;
  private final @Nullable String route;
  private final String query;

  RequestEvent(Request request) {
    method = request.method();
    url = request.url();
    route = Route.of(request);
    query = Redaction.query(url);
  }

  /** The method, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** The host, such as {@code api.withcortex.ai}; an IPv6 address without brackets. */
  public String host() {
    return url.host();
  }

  /** The port, also if it is the usual one of the scheme. */
  public int port() {
    return url.port();
  }

  /**
   * The path with its parameters by name, such as {@code /apps/{app_id}/things}; null if the method
   * of the interface does not tell it. It is the same for all calls of one method, so that it can
   * name a metric or a span; a path in the base URL is no part of it.
   */
  public @Nullable String route() {
    return route;
  }

  /** The path of the URL, encoded. */
  public String path() {
    return url.encodedPath();
  }

  /** The query with values that are not known to be harmless as {@code [hidden]}; maybe empty. */
  public String query() {
    return query;
  }

  /** Such as {@code https://api.withcortex.ai/apps/app_1/things?page=1&next=[hidden]}. */
  public String url() {
    HttpUrl shown = url.newBuilder().username("").password("").query(null).fragment(null).build();
    return shown + suffix();
  }

  /** Such as {@code GET /apps/app_1/things?page=1&next=[hidden]}. */
  @Override
  public String toString() {
    return method + " " + path() + suffix();
  }

  private String suffix() {
    return query.isEmpty() ? "" : "?" + query;
  }
}
