package ai.withcortex.client.internal;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Unwraps exceptions thrown by futures. */
public final class Failures {
  private Failures() {}

  /** Returns the original exception, without the wrapper added by a future. */
  public static Throwable cause(Throwable failure) {
    boolean isWrapped =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    Throwable cause = isWrapped ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  /** Throws the failure as it is, even if it is a checked exception. */
  @SuppressWarnings("unchecked") // The caller's compiler infers an unchecked type.
  public static <X extends Throwable> RuntimeException rethrown(Throwable failure) throws X {
    throw (X) failure;
  }

  /**
   * Returns the failure as an unchecked exception, wrapping it if necessary. If the failure is an
   * {@code Error}, throws it instead.
   */
  public static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return failure instanceof RuntimeException
        ? (RuntimeException) failure
        : new IllegalStateException(failure);
  }
}
