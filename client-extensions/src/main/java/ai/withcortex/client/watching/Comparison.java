package ai.withcortex.client.watching;

import ai.withcortex.client.watching.Known.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Compares two polls of the start of a list and finds the changes.
 *
 * <p>All that is known of the list is that it has one order, so only items that are in both windows
 * tell where the others belong. An item before the last common one is new if it was not known. An
 * unknown item after it may only have moved up into the window, unless the list ended in the window
 * before. A known item that stood before the last common one and is missing has vanished. One that
 * stood after it may have been pushed out, unless the list ends in the window now.
 *
 * <p>Changes are reported in an order in which they may have happened: first vanished items, then
 * new and changed ones, each from the end of the window to its start.
 */
final class Comparison<T> {
  private final View<T> view;
  private final Known before;
  private final Known after;
  private final long query;

  /** The IDs of the changed items, in the order in which they are reported. */
  private final List<String> ids = new ArrayList<>();

  /** Leads from the items known before to those known now. */
  final Transition transition;

  final List<Change<T>> changes = new ArrayList<>();

  /**
   * @param isFull whether older items may follow the window
   * @param tellsFirst whether all items are new if nothing was polled before
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

  /** Returns whether nothing connects the window to the one before, and reports that as a gap. */
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
