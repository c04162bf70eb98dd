package ai.withcortex.core.http;

import okhttp3.Request;

/** Names a request in messages: by method and path, never by query or headers. */
public final class RequestName {
  public static String of(Request request) {
    return request.method() + " " + request.url().encodedPath();
  }

  /** Returns the number of attempts in parentheses; empty for a single attempt. */
  public static String attempts(int attempts) {
    return attempts > 1 ? " (" + attempts + " attempts)" : "";
  }

  private RequestName() {}
}
