package ai.withcortex.core.error;

import org.jspecify.annotations.Nullable;

/** Thrown when a timeout ends a call; the message names the timeout and its duration. */
public final class CortexTimeoutException extends CortexException {
  private final Limit limit;
  private final int attempts;
  private final boolean retryable;

  /**
   * Creates an exception for code that waits for responses within its own time limit.
   *
   * @param message what timed out, and after how long
   */
  public CortexTimeoutException(String message, @Nullable Throwable cause) {
    this(message, cause, Limit.TOTAL, 0);
  }

  /**
   * Creates an exception with the given values; see the methods with the same names. It is
   * retryable unless the limit is {@link Limit#TOTAL}.
   */
  public CortexTimeoutException(
      String message, @Nullable Throwable cause, Limit limit, int attempts) {
    this(message, cause, limit, attempts, limit != Limit.TOTAL);
  }

  /** Creates an exception with the given values; see the methods with the same names. */
  public CortexTimeoutException(
      String message, @Nullable Throwable cause, Limit limit, int attempts, boolean retryable) {
    super(message, cause);
    this.limit = limit;
    this.attempts = attempts;
    this.retryable = retryable;
  }

  /** Returns the limit that ended the call or its last attempt. */
  public Limit limit() {
    return limit;
  }

  /** Returns the number of attempts, including the one that ended the call. */
  public int attempts() {
    return attempts;
  }

  /**
   * Returns whether an immediate retry may succeed; false if the total time has elapsed, or if the
   * TLS handshake with a server that has never responded took too long, because the server may use
   * plain http.
   */
  public boolean isRetryable() {
    return retryable;
  }

  /** The time limits that a configuration sets. */
  public enum Limit {
    /** Connecting took too long. */
    CONNECT,
    /** No data arrived for too long. */
    READ,
    /** No part of the request body could be sent for too long. */
    WRITE,
    /** One attempt took too long as a whole. */
    ATTEMPT,
    /** All attempts and the delays between them took too long. */
    TOTAL
  }
}
