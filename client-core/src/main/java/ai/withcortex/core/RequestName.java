package ai.withcortex.core;

import okhttp3.Request;

/** What messages call a request: its method and path, never its query or headers. */
final class RequestName {
  static String of(Request request) {
    return request.method() + " " + request.url().encodedPath();
  }

  private RequestName() {}
}
