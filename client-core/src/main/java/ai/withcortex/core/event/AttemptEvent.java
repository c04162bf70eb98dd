package ai.withcortex.core.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The end of one attempt of a call. */
public final class AttemptEvent {
  private final RequestEvent request;
  private final int number;
  private final Duration waited;
  private final Duration duration;
  private final @Nullable Integer status;
  private final @Nullable String failure;

  /** Creates an event with the given values; see the methods with the same names. */
  public AttemptEvent(
      RequestEvent request,
      int number,
      Duration waited,
      Duration duration,
      @Nullable Integer status,
      @Nullable String failure) {
    this.request = request;
    this.number = number;
    this.waited = waited;
    this.duration = duration;
    this.status = status;
    this.failure = failure;
  }

  /** Returns the request that was sent. */
  public RequestEvent request() {
    return request;
  }

  /** Returns the number of the attempt, starting at 1. */
  public int number() {
    return number;
  }

  /**
   * Returns how long the attempt waited for its turn before it started; always zero without a rate
   * limit ({@code requestsPerSecond}).
   */
  public Duration waited() {
    return waited;
  }

  /** Returns how long the attempt took, including reading the body, but not the wait before it. */
  public Duration duration() {
    return duration;
  }

  /** Returns the HTTP status, or null if no complete response arrived. */
  public @Nullable Integer status() {
    return status;
  }

  /** Returns the simple name of the exception that ended the attempt, or null if it succeeded. */
  public @Nullable String failure() {
    return failure;
  }

  /**
   * Returns a string such as {@code GET /apps/app_1/things attempt 2: HTTP 503 CortexApiException
   * in PT0.12S}, followed by {@code after waiting PT1.05S} if the attempt waited.
   */
  @Override
  public String toString() {
    return request
        + " attempt "
        + number
        + ":"
        + (status == null ? "" : " HTTP " + status)
        + (failure == null ? "" : " " + failure)
        + " in "
        + duration
        + (waited.isZero() ? "" : " after waiting " + waited);
  }
}
