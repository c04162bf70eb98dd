package ai.withcortex.core.event;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The end of a failed call, after its last attempt. */
public final class FailureEvent {
  private final RequestEvent request;
  private final @Nullable Integer status;
  private final int attempts;
  private final Duration duration;
  private final String failure;
  private final @Nullable String message;

  /**
   * Creates an event.
   *
   * @param failure the exception that the caller receives
   */
  public FailureEvent(RequestEvent request, int attempts, Duration duration, Throwable failure) {
    this.request = request;
    this.attempts = attempts;
    this.duration = duration;
    this.failure = failure.getClass().getSimpleName();
    // Messages of other exceptions could contain anything.
    message = failure instanceof CortexException ? failure.getMessage() : null;
    status = failure instanceof CortexApiException ? ((CortexApiException) failure).status() : null;
  }

  /** Returns the request that was sent. */
  public RequestEvent request() {
    return request;
  }

  /** Returns the HTTP status of an error response, or null if the call failed in another way. */
  public @Nullable Integer status() {
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

  /** Returns the simple name of the exception that the caller receives. */
  public String failure() {
    return failure;
  }

  /** Returns the message of the exception, or null if the SDK does not define the exception. */
  public @Nullable String message() {
    return message;
  }

  /**
   * Returns a string such as {@code GET /apps/app_1/things: CortexTimeoutException in PT5M: … timed
   * out …}.
   */
  @Override
  public String toString() {
    return request + ": " + failure + " in " + duration + (message == null ? "" : ": " + message);
  }
}
