package ai.withcortex.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no complete response arrives because connecting failed or the connection broke.
 *
 * <p>The exception has no cause if the message of OkHttp or Okio would quote bytes of the response.
 * If the caller ends the call, a {@link CortexCanceledException} is thrown instead.
 */
public final class CortexConnectionException extends CortexException {
  private final int attempts;
  private final boolean retryable;

  /**
   * Creates an exception for code that stops waiting for responses even though no attempt has
   * failed.
   *
   * @param message what was stopped, and why
   */
  public CortexConnectionException(String message, @Nullable Throwable cause) {
    this(message, cause, 0, false);
  }

  /** Creates an exception with the given values; see the methods with the same names. */
  public CortexConnectionException(
      String message, @Nullable Throwable cause, int attempts, boolean retryable) {
    super(message, cause);
    this.attempts = attempts;
    this.retryable = retryable;
  }

  /**
   * Returns the number of attempts, including the failed one; 0 if there was none or the number is
   * unknown.
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns whether an immediate retry may succeed; false, for example, after a bad certificate or
   * if a proxy asks for other credentials.
   */
  public boolean isRetryable() {
    return retryable;
  }
}
