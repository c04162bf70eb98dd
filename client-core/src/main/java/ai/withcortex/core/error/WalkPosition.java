package ai.withcortex.core.error;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

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

  @Override
  public String toString() {
    return "page " + page + ", " + delivered + " delivered";
  }
}
