package ai.withcortex.core.error;

/** Tells where a walk stood when user code failed; suppressed by the exception of that code. */
final class WalkStoppedException extends CortexException {
  private static final long serialVersionUID = 1;

  WalkStoppedException(WalkPosition position) {
    super("", null);
    setPosition(position);
    // Where user code failed is in its own exception.
    setStackTrace(new StackTraceElement[0]);
  }

  /** Names the current position, which changes if the same exception object ends another walk. */
  @Override
  public String getMessage() {
    return "The walk stopped at " + position() + "; resume it from the checkpoint there";
  }
}
