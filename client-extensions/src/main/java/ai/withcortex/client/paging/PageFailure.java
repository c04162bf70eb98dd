package ai.withcortex.client.paging;

import ai.withcortex.core.CortexConnectionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a page that was not fetched is thrown as. */
final class PageFailure {
  /** What was thrown where the page was fetched. */
  static Throwable of(Throwable failure) {
    boolean isWrapped =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    Throwable cause = isWrapped ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  /** The failure, ready to be thrown; one that nobody expects is wrapped. */
  static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return failure instanceof RuntimeException
        ? (RuntimeException) failure
        : new IllegalStateException(failure);
  }

  static CortexConnectionException canceled(Window window) {
    return new CortexConnectionException(
        "The request for " + window + " was given up because the walk was closed", null);
  }

  private PageFailure() {}
}
