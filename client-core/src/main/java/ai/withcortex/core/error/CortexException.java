package ai.withcortex.core.error;

import org.jspecify.annotations.Nullable;

/** The base class of the exceptions that this SDK throws at run time. */
public abstract class CortexException extends RuntimeException {
  private @Nullable WalkPosition position;

  CortexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Returns the position of the walk that this exception ended, or null if it did not end a walk.
   */
  public final @Nullable WalkPosition position() {
    return position;
  }

  final void setPosition(WalkPosition position) {
    this.position = position;
  }
}
