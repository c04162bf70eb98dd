package ai.withcortex.core.event;

import java.time.Duration;

/** Reports that a call will make another attempt after a delay. */
public final class RetryEvent {
  private final RequestEvent request;
  private final int number;
  private final String reason;
  private final Duration delay;

  /** Creates an event with the given values; see the methods with the same names. */
  public RetryEvent(RequestEvent request, int number, String reason, Duration delay) {
    this.request = request;
    this.number = number;
    this.reason = reason;
    this.delay = delay;
  }

  /** Returns the request that will be sent again. */
  public RequestEvent request() {
    return request;
  }

  /** Returns the number of the next attempt; 2 for the first retry. */
  public int number() {
    return number;
  }

  /**
   * Returns a short description such as {@code HTTP 503}, {@code read timeout} or {@code connection
   * failure}.
   */
  public String reason() {
    return reason;
  }

  /** Returns the delay before the attempt. */
  public Duration delay() {
    return delay;
  }

  /** Returns a string such as {@code GET /apps/app_1/things attempt 2 in PT0.2S after HTTP 503}. */
  @Override
  public String toString() {
    return request + " attempt " + number + " in " + delay + " after " + reason;
  }
}
