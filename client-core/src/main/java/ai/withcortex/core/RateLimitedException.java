package ai.withcortex.core;

/**
 * Thrown when the API asks to come back later and repeating the call has not helped, or would take
 * too long: after a 429, and after every other retryable status with a {@code Retry-After}.
 *
 * <p>{@link #retryAfter()} says when; it is null for a 429 that does not.
 */
public final class RateLimitedException extends CortexApiException {
  RateLimitedException(ErrorAnswer answer) {
    super(answer);
  }
}
