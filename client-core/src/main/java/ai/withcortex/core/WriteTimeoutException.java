package ai.withcortex.core;

import java.net.SocketTimeoutException;

/** Marks a write timeout, which OkHttp reports with the same message as a read timeout. */
final class WriteTimeoutException extends SocketTimeoutException {
  private static final long serialVersionUID = 1;

  WriteTimeoutException(SocketTimeoutException cause) {
    super(cause.getMessage());
    initCause(cause);
  }
}
