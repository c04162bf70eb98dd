package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** Where a walk over a list stood when an exception ended it. Immutable. */
public final class WalkPosition implements Serializable {
  private static final long serialVersionUID = 1;

  private final int page;
  private final long delivered;
  private final String checkpoint;

  /** Makes a position of these values, which the methods of the same names describe. */
  public WalkPosition(int page, long delivered, String checkpoint) {
    this.page = page;
    this.delivered = delivered;
    this.checkpoint = requireNonNull(checkpoint, "checkpoint == null");
  }

  /** The number of the page that was asked for last. */
  public int page() {
    return page;
  }

  /** How many items were delivered before; in a resumed walk, those before it included. */
  public long delivered() {
    return delivered;
  }

  /** The text of the checkpoint from which the walk can be resumed, in another process too. */
  public String checkpoint() {
    return checkpoint;
  }

  @Override
  public String toString() {
    return "page " + page + ", " + delivered + " delivered";
  }
}
