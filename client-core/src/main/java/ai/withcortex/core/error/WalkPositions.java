package ai.withcortex.core.error;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Attaches the positions of walks to exceptions of any type, and retrieves them. */
public final class WalkPositions {
  private WalkPositions() {}

  /**
   * Returns the position of the walk that a failure ended, even if user code threw it, such as the
   * action of the walk; null if the failure has no position. If a future wrapped the failure, the
   * position is found as well.
   */
  public static @Nullable WalkPosition of(Throwable failure) {
    Throwable found = failure;
    while (found.getCause() != null
        && (found instanceof ExecutionException || found instanceof CompletionException)) {
      found = found.getCause();
    }
    if (found instanceof CortexException) {
      return ((CortexException) found).position();
    }
    for (Throwable suppressed : found.getSuppressed()) {
      if (suppressed instanceof WalkStoppedException) {
        return ((WalkStoppedException) suppressed).position();
      }
    }
    return null;
  }

  /**
   * Attaches a position to a failure that ends a walk, for code that walks lists. A {@link
   * CortexException} stores it; any other failure gets it as a suppressed exception. Only the first
   * call for a failure has an effect.
   */
  public static void attach(Throwable failure, WalkPosition position) {
    if (failure instanceof CortexException) {
      ((CortexException) failure).initPosition(position);
    } else if (of(failure) == null) {
      failure.addSuppressed(new WalkStoppedException(position));
    }
  }
}
