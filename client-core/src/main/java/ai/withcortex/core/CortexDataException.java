package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when JSON is malformed, cut off, or not of the shape that the API promises.
 *
 * <p>Whoever throws it keeps payload values out of the message and out of the cause.
 */
public final class CortexDataException extends CortexException {
  private final @Nullable String path;

  /**
   * Makes an exception about one place in a JSON document.
   *
   * @param message what was expected and what was found, without payload values
   * @param path the JSON path of the place such as {@code $[3].status}, or null if there is none
   * @param cause what failed, unless its message could quote a payload value
   */
  public CortexDataException(String message, @Nullable String path, @Nullable Throwable cause) {
    super(message, cause);
    this.path = path;
  }

  /** The JSON path of what could not be read such as {@code $[3].status}, or null if none. */
  public @Nullable String path() {
    return path;
  }
}
