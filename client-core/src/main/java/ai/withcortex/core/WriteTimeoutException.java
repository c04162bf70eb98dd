package ai.withcortex.core;

import java.net.SocketTimeoutException;

/** Tells a time limit on sending from one on reading, which OkHttp words alike. */
final class WriteTimeoutException extends SocketTimeoutException {
  private static final long serialVersionUID = 1;

  WriteTimeoutException(SocketTimeoutException cause) {
    super(cause.getMessage());
    initCause(cause);
  }
}
