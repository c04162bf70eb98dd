package ai.withcortex.client.watching;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an item of a list. Immutable, if the item is. For the sake of its
 * position it holds on to the IDs and states of the window, which the changes of a look share.
 *
 * @param <T> the items
 */
public final class Change<T> {
  private final ChangeKind kind;
  private final String id;
  private final @Nullable T item;
  private final @Nullable String state;
  private final @Nullable String stateBefore;
  private final Transition transition;
  private final int told;
  private final long query;

  /**
   * @param told how many changes of the transition are told with this one
   */
  Change(
      ChangeKind kind, String id, @Nullable T item, Transition transition, int told, long query) {
    this.kind = kind;
    this.id = id;
    this.item = item;
    this.state = transition.after.state(id);
    this.stateBefore = transition.before.state(id);
    this.transition = transition;
    this.told = told;
    this.query = query;
  }

  /** What has happened. */
  public ChangeKind kind() {
    return kind;
  }

  /** The ID of the item; empty for a {@link ChangeKind#GAP}, which is about none. */
  public String id() {
    return id;
  }

  /** The item as it is now; null if it has vanished, and for a {@link ChangeKind#GAP}. */
  public @Nullable T item() {
    return item;
  }

  /** The state of the item now, such as the status of a run; null where {@link #item} is. */
  public @Nullable String state() {
    return state;
  }

  /** The state of the item when it was seen last; null if it is new, and for a gap. */
  public @Nullable String stateBefore() {
    return stateBefore;
  }

  /** Where a watch goes on behind this change. Cheap; what costs is its text. */
  public WatchPosition position() {
    return new WatchPosition(query, transition.at(told));
  }

  /** The kind, the ID and the states, such as {@code CHANGED run_1 RUNNING -> COMPLETED}. */
  @Override
  public String toString() {
    String arrow = stateBefore == null || state == null ? null : "->";
    return Stream.of(kind.toString(), id.isEmpty() ? null : id, stateBefore, arrow, state)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
