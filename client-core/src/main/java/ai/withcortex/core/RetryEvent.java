package ai.withcortex.core;

import java.time.Duration;

/** That a call makes another attempt after a delay. */
public final class RetryEvent {
  private final RequestEvent request;
  private final int number;
  private final String reason;
  private final Duration delay;

  RetryEvent(RequestEvent request, int number, String reason, Duration delay) {
    this.request = request;
    this.number = number;
    this.reason = reason;
    this.delay = delay;
  }

  /** What is sent again. */
  public RequestEvent request() {
    return request;
  }

  /** The number of the attempt to come; 2 for the first repetition. */
  public int number() {
    return number;
  }

  /** A few words such as {@code HTTP 503}, {@code read timeout}, {@code connection failure}. */
  public String reason() {
    return reason;
  }

  /** The delay before the attempt. */
  public Duration delay() {
    return delay;
  }

  /** Such as {@code GET /apps/app_1/things attempt 2 in PT0.2S after HTTP 503}. */
  @Override
  public String toString() {
    return request + " attempt " + number + " in " + delay + " after " + reason;
  }
}
