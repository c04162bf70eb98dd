package ai.withcortex.client.watching;

/**
 * The kind of a {@link Change}. Later versions may add kinds; your code should ignore unknown
 * kinds.
 */
public final class ChangeKind {
  /** An item was added to the list. */
  public static final ChangeKind ADDED = new ChangeKind("ADDED");

  /** The state of an item changed. */
  public static final ChangeKind CHANGED = new ChangeKind("CHANGED");

  /** An item is no longer in the list. */
  public static final ChangeKind VANISHED = new ChangeKind("VANISHED");

  /**
   * Changes were missed between two polls because a poll found no known item, because it did not
   * find an unfinished item within the {@link WatchOptions#followLimit}, or because one of the
   * polls cannot prove that it has read all items in list order, so that a known item that is
   * missing may still exist, or an unknown item after the known ones may be new. The watch
   * continues with the current items. If you keep a copy of the list, read the whole list again.
   */
  public static final ChangeKind GAP = new ChangeKind("GAP");

  private final String name;

  private ChangeKind(String name) {
    this.name = name;
  }

  @Override
  public String toString() {
    return name;
  }
}
