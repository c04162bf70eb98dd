package ai.withcortex.core.http;

import okhttp3.Request;

/** Names a request in messages by its method and path, never by its query or headers. */
public final class RequestName {
  public static String of(Request request) {
    return request.method() + " " + request.url().encodedPath();
  }

  /** Returns the number of attempts in parentheses, or an empty string for a single attempt. */
  public static String attempts(int attempts) {
    return attempts > 1 ? " (" + attempts + " attempts)" : "";
  }

  private RequestName() {}
}
