package ai.withcortex.core;

/** Thrown when a time limit ended a call; the message says which limit and how long it was. */
public final class CortexTimeoutException extends CortexException {
  CortexTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
