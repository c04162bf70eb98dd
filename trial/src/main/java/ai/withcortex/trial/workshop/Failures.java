package ai.withcortex.trial.workshop;

import ai.withcortex.codegen.spec.RefusedSpecException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells failures apart, and describes them. */
final class Failures {
  private static final int FRAMES = 12;

  private Failures() {}

  /** Returns the message with which the generator refuses a document. */
  static Optional<String> refusal(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof RefusedSpecException) {
        return Optional.of(message(t));
      }
    }
    return Optional.empty();
  }

  static String message(@Nullable Throwable failure) {
    return failure == null ? "" : String.valueOf(failure.getMessage());
  }

  /** Returns the failure and its causes, each with the first lines of its stack trace. */
  static String describe(@Nullable Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      text.append(t == failure ? "" : "\nCaused by: ").append(t);
      StackTraceElement[] stack = t.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
        text.append("\n    at ").append(stack[i]);
      }
    }
    return text.toString();
  }
}
