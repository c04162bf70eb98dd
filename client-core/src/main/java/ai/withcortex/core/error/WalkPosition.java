package ai.withcortex.core.error;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** The position of a walk over a list when an exception ended it. Immutable. */
public final class WalkPosition implements Serializable {
  private static final long serialVersionUID = 1;

  private final int page;
  private final long delivered;
  private final String checkpoint;

  /** Creates a position from these values; see the methods of the same names. */
  public WalkPosition(int page, long delivered, String checkpoint) {
    this.page = page;
    this.delivered = delivered;
    this.checkpoint = requireNonNull(checkpoint, "checkpoint == null");
  }

  /** Returns the number of the last requested page. */
  public int page() {
    return page;
  }

  /** Returns the number of items delivered so far, including those before a resumption. */
  public long delivered() {
    return delivered;
  }

  /** Returns the text of the checkpoint from which the walk can resume, even in another process. */
  public String checkpoint() {
    return checkpoint;
  }

  @Override
  public String toString() {
    return "page " + page + ", " + delivered + " delivered";
  }
}
