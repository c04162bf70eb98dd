package ai.withcortex.core.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The successful end of a call. */
public final class ResponseEvent {
  private final RequestEvent request;
  private final int status;
  private final int attempts;
  private final Duration duration;
  private final Map<String, List<String>> headers;

  /** Creates an event with the given values; see the methods with the same names. */
  public ResponseEvent(
      RequestEvent request,
      int status,
      int attempts,
      Duration duration,
      Map<String, List<String>> headers) {
    this.request = request;
    this.status = status;
    this.attempts = attempts;
    this.duration = duration;
    this.headers = headers;
  }

  /** Returns the request that was sent. */
  public RequestEvent request() {
    return request;
  }

  /** Returns the HTTP status, from 200 to 299. */
  public int status() {
    return status;
  }

  /** Returns the number of attempts made. */
  public int attempts() {
    return attempts;
  }

  /** Returns how long the call took, including all attempts and delays. */
  public Duration duration() {
    return duration;
  }

  /**
   * Returns the headers with case-insensitive names, and with {@code [hidden]} in place of values
   * that may be secret.
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * Returns a string such as {@code GET /apps/app_1/things: HTTP 200 after 2 attempts in PT0.4S}.
   */
  @Override
  public String toString() {
    return request
        + ": HTTP "
        + status
        + " after "
        + attempts
        + (attempts == 1 ? " attempt" : " attempts")
        + " in "
        + duration;
  }
}
