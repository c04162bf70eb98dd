package ai.withcortex.client.watching;

import ai.withcortex.client.watching.Known.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds out what has happened between two looks at the start of a list.
 *
 * <p>The list has one order, of which nothing else is known, so places tell only by the items that
 * are in both windows. What is new stands before the last of these; behind it may be what has only
 * moved up into the window, unless the list ended in the window before. What was known and stood
 * before the last of these has vanished; what stood behind it may have been pushed out, unless the
 * list ends in the window now.
 *
 * <p>Changes are told in the order in which they may have happened: what has vanished, then what is
 * new or changed, each from the end of the window to its start.
 */
final class Comparison<T> {
  private final View<T> view;
  private final Known before;
  private final Known after;
  private final long query;

  /** The IDs of what has changed, in the order in which it is told. */
  private final List<String> ids = new ArrayList<>();

  /** What the comparison has found leads from what was known to what is known now. */
  final Transition transition;

  final List<Change<T>> changes = new ArrayList<>();

  /**
   * @param isFull whether older items may follow what was seen
   * @param tellsFirst whether all is new if nobody has looked before
   */
  Comparison(Known before, View<T> view, boolean isFull, boolean tellsFirst, long query) {
    this.before = before;
    this.view = view;
    this.query = query;
    after = new Known(isFull ? Reach.WINDOW : Reach.LIST, view.states);
    transition = new Transition(before, after, ids);
    if (before.isNothing() ? tellsFirst : !isTornOff()) {
      tellVanished();
      tellNew();
    }
  }

  /** Whether nothing in the window tells how it follows on the one before; says so. */
  private boolean isTornOff() {
    if (after.states.isEmpty() || after.lastIn(before) != null) {
      return false;
    }
    if (after.reach == Reach.LIST && before.reach != Reach.WINDOW) {
      return false;
    }
    if (after.reach == Reach.LIST) {
      tellVanished();
    }
    tell(ChangeKind.GAP, "");
    return true;
  }

  private void tellVanished() {
    String last = after.reach == Reach.LIST ? null : before.lastIn(after);
    boolean isBefore = after.reach == Reach.LIST;
    for (String id : fromEnd(before)) {
      isBefore |= id.equals(last);
      if (isBefore && !after.has(id)) {
        tell(ChangeKind.VANISHED, id);
      }
    }
  }

  private void tellNew() {
    String last = before.reach == Reach.WINDOW ? after.lastIn(before) : null;
    boolean isBefore = before.reach != Reach.WINDOW;
    for (String id : fromEnd(after)) {
      isBefore |= id.equals(last);
      String state = before.state(id);
      if (state == null && isBefore) {
        tell(ChangeKind.ADDED, id);
      } else if (state != null && !state.equals(after.state(id))) {
        tell(ChangeKind.CHANGED, id);
      }
    }
  }

  private void tell(ChangeKind kind, String id) {
    ids.add(id);
    changes.add(new Change<>(kind, id, view.items.get(id), transition, ids.size(), query));
  }

  private static List<String> fromEnd(Known known) {
    List<String> ids = new ArrayList<>(known.states.keySet());
    Collections.reverse(ids);
    return ids;
  }
}
