package ai.withcortex.core.error;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when JSON is malformed, truncated, or not structured as the API promises.
 *
 * <p>Code that throws this exception must keep payload values out of the message and the cause.
 */
public final class CortexDataException extends CortexException {
  private final @Nullable String path;
  private final String bodyExcerpt;
  private final int attempts;

  /**
   * Creates an exception about one place in a JSON document.
   *
   * @param message what was expected and what was found, without payload values
   * @param path the JSON path of the place, such as {@code $[3].status}, or null if there is none
   * @param cause the underlying failure, unless its message could quote a payload value
   */
  public CortexDataException(String message, @Nullable String path, @Nullable Throwable cause) {
    this(message, path, cause, "", 0);
  }

  /** Creates an exception with the given values; see the methods with the same names. */
  public CortexDataException(
      String message,
      @Nullable String path,
      @Nullable Throwable cause,
      String bodyExcerpt,
      int attempts) {
    super(message, cause);
    this.path = path;
    this.bodyExcerpt = bodyExcerpt;
    this.attempts = attempts;
  }

  /**
   * Returns the JSON path of the unreadable value, such as {@code $[3].status}, or null if there is
   * none.
   */
  public @Nullable String path() {
    return path;
  }

  /**
   * Returns the first 512 characters of a body that is not JSON at all, such as a gateway's error
   * page; empty otherwise, because JSON could contain the inputs and outputs of a workflow.
   */
  public String bodyExcerpt() {
    return bodyExcerpt;
  }

  /** Returns the number of attempts of the call; 0 if the JSON was not the response to a call. */
  public int attempts() {
    return attempts;
  }
}
