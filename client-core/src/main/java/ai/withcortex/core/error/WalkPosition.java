package ai.withcortex.core.error;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The position that a walk had reached when an exception ended it. Immutable. */
public final class WalkPosition implements Serializable {
  private static final long serialVersionUID = 1;

  private final int page;
  private final long delivered;
  private final String checkpoint;

  /** Creates a position from the given values; see the methods with the same names. */
  public WalkPosition(int page, long delivered, String checkpoint) {
    this.page = page;
    this.delivered = delivered;
    this.checkpoint = requireNonNull(checkpoint, "checkpoint == null");
  }

  /** Returns the number of the last requested page. */
  public int page() {
    return page;
  }

  /**
   * Returns the number of items delivered so far, including those delivered before the walk was
   * resumed.
   */
  public long delivered() {
    return delivered;
  }

  /**
   * Returns the text of the checkpoint from which the walk can resume, even in a different process.
   */
  public String checkpoint() {
    return checkpoint;
  }

  /**
   * Returns the position of the walk that a failure ended, also if user code threw it, such as the
   * action of the walk; null if the failure has none. Looks through the wrappers of futures.
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
   * Gives this position to a failure that ends a walk, for code that walks over lists. A {@link
   * CortexException} keeps it; to any other failure it is added as a suppressed exception. Only the
   * first call for a failure has an effect.
   */
  public void attachTo(Throwable failure) {
    if (failure instanceof CortexException) {
      ((CortexException) failure).initPosition(this);
    } else if (of(failure) == null) {
      failure.addSuppressed(new WalkStoppedException(this));
    }
  }

  @Override
  public String toString() {
    return "page " + page + ", " + delivered + " delivered";
  }
}
