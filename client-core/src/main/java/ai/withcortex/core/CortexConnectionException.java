package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no complete answer arrived: no connection, a connection that broke, a call that was
 * canceled, a client that was closed.
 *
 * <p>A thread that was interrupted during a call gets this too, with its interrupt flag set. The
 * cause is left out where OkHttp or Okio would quote bytes of the answer in it.
 */
public final class CortexConnectionException extends CortexException {
  private final int attempts;
  private final boolean retryable;

  /**
   * Makes an exception for code that waits for answers, none of which has failed.
   *
   * @param message what was given up, and why
   */
  public CortexConnectionException(String message, @Nullable Throwable cause) {
    this(message, cause, 0, false);
  }

  CortexConnectionException(
      String message, @Nullable Throwable cause, int attempts, boolean retryable) {
    super(message, cause);
    this.attempts = attempts;
    this.retryable = retryable;
  }

  /** How many attempts were made, the failed one included; 0 if none was, or nobody counted. */
  public int attempts() {
    return attempts;
  }

  /** Whether the same request may succeed at once: not after a bad certificate or a cancel. */
  public boolean isRetryable() {
    return retryable;
  }
}
