package ai.withcortex.core;

/**
 * Thrown when the API asks to slow down (429) and repeating the call has not helped or would take
 * too long; {@link #retryAfter()} says when to come back.
 */
public final class RateLimitedException extends CortexApiException {
  RateLimitedException(ErrorAnswer answer) {
    super(answer);
  }
}
