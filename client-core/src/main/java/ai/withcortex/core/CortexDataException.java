package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when JSON is malformed, cut off, or not of the shape that the API promises.
 *
 * <p>Whoever throws it keeps payload values out of the message and out of the cause.
 */
public final class CortexDataException extends CortexException {
  private final @Nullable String path;
  private final String bodyExcerpt;
  private final int attempts;

  /**
   * Makes an exception about one place in a JSON document.
   *
   * @param message what was expected and what was found, without payload values
   * @param path the JSON path of the place such as {@code $[3].status}, or null if there is none
   * @param cause what failed, unless its message could quote a payload value
   */
  public CortexDataException(String message, @Nullable String path, @Nullable Throwable cause) {
    this(message, path, cause, "", 0);
  }

  CortexDataException(
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

  /** The JSON path of what could not be read such as {@code $[3].status}, or null if none. */
  public @Nullable String path() {
    return path;
  }

  /**
   * The first 512 characters of a body that is not JSON at all, such as the page of a gateway;
   * empty in every other case, since JSON could hold what goes in and out of a workflow.
   */
  public String bodyExcerpt() {
    return bodyExcerpt;
  }

  /** How many attempts the call made; 0 if the JSON was not the answer to a call. */
  public int attempts() {
    return attempts;
  }
}
