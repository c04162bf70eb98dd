package ai.withcortex.core;

import okhttp3.Request;

/** What messages call a request: its method and path, never its query or headers. */
final class RequestName {
  static String of(Request request) {
    return request.method() + " " + request.url().encodedPath();
  }

  /** Nothing about a single attempt. */
  static String attempts(int attempts) {
    return attempts > 1 ? " (" + attempts + " attempts)" : "";
  }

  private RequestName() {}
}
