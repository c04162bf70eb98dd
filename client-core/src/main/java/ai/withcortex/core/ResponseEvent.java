package ai.withcortex.core;

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

  ResponseEvent(
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

  /** What was sent. */
  public RequestEvent request() {
    return request;
  }

  /** The HTTP status, from 200 to 299. */
  public int status() {
    return status;
  }

  /** How many attempts were made. */
  public int attempts() {
    return attempts;
  }

  /** How long the call took with all attempts and delays. */
  public Duration duration() {
    return duration;
  }

  /** The headers by name in any case; values that may be secret are {@code [hidden]}. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** Such as {@code GET /apps/app_1/things: HTTP 200 after 2 attempts in PT0.4S}. */
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
