package ai.withcortex.client.watching;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change to an item in a list. Immutable if the item is immutable. To provide its position, a
 * change keeps a reference to the IDs and states in the window, which all changes from the same
 * poll share.
 *
 * @param <T> the type of the items
 */
public final class Change<T> {
  private final ChangeKind kind;
  private final String id;
  private final @Nullable T item;
  private final Transition transition;
  private final int number;
  private final long query;

  /**
   * @param number the number of changes in the transition reported so far, including this one
   */
  Change(
      ChangeKind kind, String id, @Nullable T item, Transition transition, int number, long query) {
    this.kind = kind;
    this.id = id;
    this.item = item;
    this.transition = transition;
    this.number = number;
    this.query = query;
  }

  /** Returns the kind of change. */
  public ChangeKind kind() {
    return kind;
  }

  /**
   * Returns the ID of the item, or an empty string for a {@link ChangeKind#GAP}, which does not
   * concern a particular item.
   */
  public String id() {
    return id;
  }

  /** Returns the current item, or null if it has vanished or this is a {@link ChangeKind#GAP}. */
  public @Nullable T item() {
    return item;
  }

  /**
   * Returns the current state of the item, such as the status of a run, or null if {@link #item} is
   * null.
   */
  public @Nullable String state() {
    return transition.after.state(id);
  }

  /**
   * Returns the last known state of the item before the change, or null if the item is new or this
   * is a gap.
   */
  public @Nullable String stateBefore() {
    return transition.before.state(id);
  }

  /**
   * Returns the position to resume from after this change. This is cheap; only converting the
   * position to text is expensive.
   */
  public WatchPosition position() {
    return new WatchPosition(query, transition.at(number));
  }

  /** Returns the kind, ID, and states, such as {@code CHANGED run_1 RUNNING -> COMPLETED}. */
  @Override
  public String toString() {
    String state = state();
    String stateBefore = stateBefore();
    String arrow = stateBefore == null || state == null ? null : "->";
    return Stream.of(kind.toString(), id.isEmpty() ? null : id, stateBefore, arrow, state)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
