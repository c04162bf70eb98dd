package ai.withcortex.client.watching;

import ai.withcortex.client.watching.KnownItems.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/**
 * Finds the changes between two polls of the start of a list.
 *
 * <p>The only known fact about the list is that its items keep their order, so only items in both
 * windows show where the others belong. An item before the last common item is new if it was not
 * known before. An unknown item after the last common item may simply have moved up into the
 * window, unless the previous window reached the end of the list. A known item that came before the
 * last common item has vanished if it is missing now. A known item that came after the last common
 * item may have been pushed out of the window, unless the window now reaches the end of the list.
 * If nothing shows what has become of an unfinished item, there is a gap.
 *
 * <p>If the order of the items is not proven for both polls, a missing item may still exist, so
 * there is a gap instead.
 *
 * <p>Changes are reported in an order in which they could have happened: first vanished items, then
 * new and changed items, each from the end of the window to its start.
 */
final class ChangeDetector<T> {
  private final PolledItems<T> polled;
  private final KnownItems before;
  private final KnownItems after;
  private final long query;

  /** Whether something may have been missed that cannot be reported otherwise. */
  private boolean hasGap;

  /** The IDs of the changed items, in the order they are reported. */
  private final List<String> ids = new ArrayList<>();

  /** The steps from the previously known items to the items known now. */
  final Transition transition;

  final List<Change<T>> changes = new ArrayList<>();

  /**
   * @param reportsFirst whether to report all items as new if nothing was polled before
   */
  ChangeDetector(KnownItems before, PolledItems<T> polled, boolean reportsFirst, long query) {
    this.before = before;
    this.polled = polled;
    this.query = query;
    after = polled.all();
    transition = new Transition(before, after, ids);
    if (before.isNothing() ? reportsFirst : !isTornOff()) {
      reportVanished();
      reportNew();
      if (hasGap || polled.hasLost()) {
        report(ChangeKind.GAP, "");
      }
    }
    transition.known = polled.known(new HashSet<>(ids));
  }

  /** Reports a gap and returns true if nothing connects the window to the previous one. */
  private boolean isTornOff() {
    if (after.states.isEmpty() || after.lastIn(before) != null) {
      return false;
    }
    if (after.reach == Reach.LIST && !before.isOpen()) {
      return false;
    }
    if (after.reach == Reach.LIST) {
      reportVanished();
    }
    report(ChangeKind.GAP, "");
    return true;
  }

  private void reportVanished() {
    String last = polled.isAtEnd ? null : before.lastIn(after);
    boolean isBefore = polled.isAtEnd;
    for (String id : fromEnd(before)) {
      isBefore |= id.equals(last);
      if (isBefore && !after.has(id)) {
        reportMissing(id);
      } else if (!after.has(id)) {
        // Otherwise, the item was pushed out of the window.
        hasGap |= polled.hasUnidentified;
      }
    }
  }

  private void reportMissing(String id) {
    if (after.reach == Reach.LIST || (before.isProven() && after.isProven())) {
      report(ChangeKind.VANISHED, id);
    } else {
      hasGap = true;
    }
  }

  private void reportNew() {
    String last = before.isOpen() ? after.lastIn(before) : null;
    boolean isBefore = !before.isOpen();
    for (String id : fromEnd(after)) {
      isBefore |= id.equals(last);
      String state = before.state(id);
      if (state == null && isBefore) {
        report(ChangeKind.ADDED, id);
      } else if (state == null) {
        // Without proof for both polls, the item may be new, or a known item may be missing before
        // it.
        hasGap |= !before.isProven() || !after.isProven();
      } else if (!state.equals(after.state(id))) {
        report(ChangeKind.CHANGED, id);
      }
    }
  }

  private void report(ChangeKind kind, String id) {
    ids.add(id);
    changes.add(new Change<>(kind, id, polled.items.get(id), transition, ids.size(), query));
  }

  private static List<String> fromEnd(KnownItems known) {
    List<String> ids = new ArrayList<>(known.states.keySet());
    Collections.reverse(ids);
    return ids;
  }
}
