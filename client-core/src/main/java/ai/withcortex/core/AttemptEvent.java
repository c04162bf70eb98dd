package ai.withcortex.core;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The end of one attempt of a call. */
public final class AttemptEvent {
  private final RequestEvent request;
  private final int number;
  private final Duration duration;
  private final @Nullable Integer status;
  private final @Nullable String failure;

  AttemptEvent(
      RequestEvent request,
      int number,
      Duration duration,
      @Nullable Integer status,
      @Nullable String failure) {
    this.request = request;
    this.number = number;
    this.duration = duration;
    this.status = status;
    this.failure = failure;
  }

  /** What was sent. */
  public RequestEvent request() {
    return request;
  }

  /** 1 for the first attempt. */
  public int number() {
    return number;
  }

  /** How long the attempt took, its body included. */
  public Duration duration() {
    return duration;
  }

  /** The HTTP status, or null if no whole answer arrived. */
  public @Nullable Integer status() {
    return status;
  }

  /** The simple name of the exception that the attempt ended with, or null if it succeeded. */
  public @Nullable String failure() {
    return failure;
  }

  /** Such as {@code GET /apps/app_1/things attempt 2: HTTP 503 CortexApiException in PT0.12S}. */
  @Override
  public String toString() {
    return request
        + " attempt "
        + number
        + ":"
        + (status == null ? "" : " HTTP " + status)
        + (failure == null ? "" : " " + failure)
        + " in "
        + duration;
  }
}
