package ai.withcortex.core.error;

import org.jspecify.annotations.Nullable;

/** The base class of the exceptions that this SDK throws at run time. */
public abstract class CortexException extends RuntimeException {
  private @Nullable WalkPosition position;
  private boolean mayHaveArrived = true;

  /** Creates an exception whose message contains no key and no payload. */
  protected CortexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Returns the position of the walk that this exception ended, or null if it did not end a walk.
   */
  public final @Nullable WalkPosition position() {
    return position;
  }

  /**
   * Returns whether the server may have carried out the request of the call, so that repeating it
   * may do something twice. False only if it is certain that no attempt was carried out.
   *
   * <p>It is false:
   *
   * <ul>
   *   <li>if the call failed or was ended before the first byte of a request could leave: the
   *       connection, the tunnel through a proxy, or the TLS handshake failed, there was no key, or
   *       the call was still waiting for its turn
   *   <li>if the server refused the request: with a redirect that was not followed (301, 307, 308),
   *       with a 4xx other than 408, such as 401, 404, 421, 422, or 429, with 501, 503, or 505, or
   *       by refusing the HTTP/2 stream
   * </ul>
   *
   * <p>It is true, because nobody knows:
   *
   * <ul>
   *   <li>if the connection broke, a timeout expired, or the call was canceled, interrupted, or
   *       closed after the first byte may have left
   *   <li>after 408, after 500, 502, 504, and any other 5xx, and after 300, 302, or 303
   *   <li>if the response to a request cannot be read, or is not what the spec says
   *   <li>if this holds for an earlier attempt of the call, or for the request before a redirect
   *   <li>if the call was sent by an OkHttp client that the SDK has not set up
   *   <li>for a GET or HEAD that was sent, which can be repeated in any case
   *   <li>for an exception that no call threw, unless it has a status of the first list
   * </ul>
   */
  public final boolean mayHaveArrived() {
    return mayHaveArrived;
  }

  final void setMayHaveArrived(boolean mayHaveArrived) {
    this.mayHaveArrived = mayHaveArrived;
  }

  final void setPosition(WalkPosition position) {
    this.position = position;
  }
}
