package ai.withcortex.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the caller ends a call: its thread was interrupted, the call or its future was
 * canceled, or the client was closed during the call.
 *
 * <p>This exception says nothing about the network or the API, and the call is never retried. An
 * interrupted thread keeps its interrupt flag. If the request had already been sent, it is unknown
 * what the server did with it.
 */
public final class CortexCanceledException extends CortexException {
  private final int attempts;

  /**
   * Creates an exception for code that stops waiting for responses even though no attempt has
   * failed.
   *
   * @param message what was stopped, and why
   */
  public CortexCanceledException(String message, @Nullable Throwable cause) {
    this(message, cause, 0);
  }

  /** Creates an exception with the given values; see the methods with the same names. */
  public CortexCanceledException(String message, @Nullable Throwable cause, int attempts) {
    super(message, cause);
    this.attempts = attempts;
  }

  /**
   * Returns the number of attempts, including the one that was ended; 0 if there was none or the
   * number is unknown.
   */
  public int attempts() {
    return attempts;
  }
}
