package ai.withcortex.client.paging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The last items of the list that have been delivered or passed: what a resumed walk looks for.
 *
 * <p>The list has one order, so whatever stands behind the last of them that is left has not been
 * delivered. Those that a window should have shown and did not are deleted, or stand after the
 * window because much was added; they are kept apart, since nothing tells.
 */
final class Tail {
  /** How many items may be deleted at once before nothing is left to find. */
  static final int MOST = 64;

  private final List<Identity> items = new ArrayList<>();
  private final List<Identity> unseen = new ArrayList<>();
  private boolean isWhole = true;
  private boolean isLost;

  /** In the order of the list, as far as it is known. */
  List<Identity> items() {
    List<Identity> all = new ArrayList<>(items);
    all.addAll(unseen);
    return all;
  }

  /** Whether it holds everything that was delivered. */
  boolean isWhole() {
    return isWhole;
  }

  /** Whether the last window showed none of it, so that what was delivered since is not in it. */
  boolean isLost() {
    return isLost;
  }

  /** Forgets all; what comes is not the same list any more. */
  void cut() {
    items.clear();
    unseen.clear();
    isWhole = false;
  }

  void restore(List<Identity> saved, boolean isWhole) {
    items.addAll(saved);
    this.isWhole = isWhole;
  }

  /** An item that stands behind all others. */
  void append(Identity identity) {
    if (isLost) {
      return;
    }
    items.add(identity);
    trim();
  }

  /** A window has these items in front, the last of which was delivered before. */
  void passed(List<? extends Entry<?>> front) {
    if (items.isEmpty() && unseen.isEmpty()) {
      return;
    }
    Set<Identity> shown = new HashSet<>();
    front.forEach(entry -> shown.add(entry.identity));
    List<Identity> all = items();
    int last = all.size() - 1;
    while (last >= 0 && !shown.contains(all.get(last))) {
      last--;
    }
    isLost = last < 0;
    if (isLost) {
      return;
    }
    List<Identity> after = new ArrayList<>(all.subList(last + 1, all.size()));
    items.clear();
    all.subList(0, last).stream().filter(item -> !shown.contains(item)).forEach(items::add);
    front.forEach(entry -> items.add(entry.identity));
    unseen.clear();
    unseen.addAll(after);
    trim();
  }

  private void trim() {
    trim(items);
    trim(unseen);
  }

  private void trim(List<Identity> list) {
    if (list.size() > MOST) {
      list.subList(0, list.size() - MOST).clear();
      isWhole = false;
    }
  }
}
