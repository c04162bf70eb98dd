package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/** Thrown when a time limit ended a call; the message says which limit and how long it was. */
public final class CortexTimeoutException extends CortexException {
  private final Limit limit;
  private final int attempts;

  /**
   * Makes an exception for code that waits for answers within a limit of its own.
   *
   * @param message what was given up, and after what time
   */
  public CortexTimeoutException(String message, @Nullable Throwable cause) {
    this(message, cause, Limit.TOTAL, 0);
  }

  CortexTimeoutException(String message, @Nullable Throwable cause, Limit limit, int attempts) {
    super(message, cause);
    this.limit = limit;
    this.attempts = attempts;
  }

  /** Which limit ended the call, or its last attempt. */
  public Limit limit() {
    return limit;
  }

  /** How many attempts were made, the one that ended the call included. */
  public int attempts() {
    return attempts;
  }

  /** The limits that a configuration sets. */
  public enum Limit {
    /** Connecting took too long. */
    CONNECT,
    /** Nothing arrived for too long. */
    READ,
    /** Nothing of the request's body could be sent for too long. */
    WRITE,
    /** One attempt took too long as a whole. */
    ATTEMPT,
    /** All attempts and the delays between them took too long. */
    TOTAL
  }
}
