package ai.withcortex.core.error;

/**
 * Thrown when the API asks the client to wait, and retries have not helped or would take too long:
 * after a 429, or after a 403 or another retryable status with a {@code Retry-After} header.
 *
 * <p>{@link #retryAfter()} says when to retry; it is null after a 429 that does not say when.
 */
public final class RateLimitedException extends CortexApiException {
  RateLimitedException(Builder response) {
    super(response);
  }
}
