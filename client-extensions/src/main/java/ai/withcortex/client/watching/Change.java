package ai.withcortex.client.watching;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change to an item of a list. Immutable if the item is. To provide its position, a change keeps
 * a reference to the IDs and states of the window, which all changes of a poll share.
 *
 * @param <T> the items
 */
public final class Change<T> {
  private final ChangeKind kind;
  private final String id;
  private final @Nullable T item;
  private final Transition transition;
  private final int number;
  private final long query;

  /**
   * @param number how many changes of the transition have been reported, this one included
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
   * Returns the ID of the item; empty for a {@link ChangeKind#GAP}, which concerns no single item.
   */
  public String id() {
    return id;
  }

  /** Returns the item as it is now; null if it has vanished, and for a {@link ChangeKind#GAP}. */
  public @Nullable T item() {
    return item;
  }

  /**
   * Returns the current state of the item, such as the status of a run; null if {@link #item} is
   * null.
   */
  public @Nullable String state() {
    return transition.after.state(id);
  }

  /**
   * Returns the last known state of the item before the change; null if it is new, and for a gap.
   */
  public @Nullable String stateBefore() {
    return transition.before.state(id);
  }

  /**
   * Returns where a watch resumes after this change. Cheap; only converting it to text is costly.
   */
  public WatchPosition position() {
    return new WatchPosition(query, transition.at(number));
  }

  /**
   * Returns the kind, the ID and the states, such as {@code CHANGED run_1 RUNNING -> COMPLETED}.
   */
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
