package ai.withcortex.client.watching;

/**
 * What a {@link Change} says. Later versions may know more kinds; code that acts on one should
 * leave those alone that it does not know.
 */
public final class ChangeKind {
  /** An item is new in the list. */
  public static final ChangeKind ADDED = new ChangeKind("ADDED");

  /** The state of an item is another one. */
  public static final ChangeKind CHANGED = new ChangeKind("CHANGED");

  /** An item is not in the list any more. */
  public static final ChangeKind VANISHED = new ChangeKind("VANISHED");

  /**
   * So much has happened since the look before that nothing tells what: whatever was known is gone
   * from the window. The watch goes on with what is there now; whoever keeps a copy of the list
   * should read it anew.
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
