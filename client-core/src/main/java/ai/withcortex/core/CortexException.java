package ai.withcortex.core;

import org.jspecify.annotations.Nullable;

/** The root of every exception that this SDK throws at run time. */
public abstract class CortexException extends RuntimeException {
  private @Nullable WalkPosition position;

  CortexException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Where a walk over a list stood when this ended it; null if it ended none. */
  public final @Nullable WalkPosition position() {
    return position;
  }

  /** Says where a walk stood, for code that walks over lists; the first position stays. */
  public final void initPosition(WalkPosition position) {
    if (this.position == null) {
      this.position = position;
    }
  }
}
