package ai.withcortex.client.watching;

/**
 * The kind of a {@link Change}. Later versions may add kinds; your code should ignore kinds it does
 * not know.
 */
public final class ChangeKind {
  /** An item is new in the list. */
  public static final ChangeKind ADDED = new ChangeKind("ADDED");

  /** The state of an item has changed. */
  public static final ChangeKind CHANGED = new ChangeKind("CHANGED");

  /** An item is no longer in the list. */
  public static final ChangeKind VANISHED = new ChangeKind("VANISHED");

  /**
   * Changes were missed between two polls: no item known before is left in the window. The watch
   * continues with the items that are there now; if you keep a copy of the list, read the list
   * again.
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
