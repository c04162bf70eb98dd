package ai.withcortex.core;

import okhttp3.Request;

/** The request of a call; the same instance in all events of that call. */
public final class RequestEvent {
  private final String method;
  private final String path;
  private final String query;

  RequestEvent(Request request) {
    method = request.method();
    path = request.url().encodedPath();
    query = Redaction.query(request.url());
  }

  /** The method, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** The path of the URL, encoded. */
  public String path() {
    return path;
  }

  /** The query with values that are not known to be harmless as {@code [hidden]}; maybe empty. */
  public String query() {
    return query;
  }

  /** Such as {@code GET /apps/app_1/things?page=1&next=[hidden]}. */
  @Override
  public String toString() {
    return method + " " + path + (query.isEmpty() ? "" : "?" + query);
  }
}
