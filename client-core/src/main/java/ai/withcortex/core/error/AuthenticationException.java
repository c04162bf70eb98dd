package ai.withcortex.core.error;

/**
 * Thrown when the API key is unknown (401) or lacks the permission for the request (403). A 403
 * with a {@code Retry-After} is a {@link RateLimitedException} instead.
 */
public final class AuthenticationException extends CortexApiException {
  AuthenticationException(Builder response) {
    super(response);
  }
}
