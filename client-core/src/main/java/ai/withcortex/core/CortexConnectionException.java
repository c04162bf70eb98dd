package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when no complete answer arrived: no connection, a connection that broke, a cancelled call.
 *
 * <p>A thread that was interrupted during a call gets this too, with its interrupt flag set. The
 * cause is left out where OkHttp or Okio would quote bytes of the answer in it.
 */
public final class CortexConnectionException extends CortexException {
  CortexConnectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
