package ai.withcortex.client.internal;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Unwraps the failures of futures. */
public final class Failures {
  private Failures() {}

  /** Returns the original exception. */
  public static Throwable cause(Throwable failure) {
    boolean isWrapped =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    Throwable cause = isWrapped ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  /** Returns the failure, ready to be thrown; wraps unexpected checked exceptions. */
  public static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return failure instanceof RuntimeException
        ? (RuntimeException) failure
        : new IllegalStateException(failure);
  }
}
