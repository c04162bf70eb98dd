package ai.withcortex.client.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last items of the list that have been delivered or passed: what a resumed walk looks for.
 *
 * <p>The list has one order, so whatever stands behind the last of them that is left has not been
 * delivered. Those that a window should have shown and did not are deleted, or stand after the
 * window because much was added; they are kept apart, since nothing tells. As long as there are
 * few, all that were delivered are kept, and no order is needed.
 */
final class Tail {
  /** How many items may be deleted at once before nothing is left to find. */
  static final int MOST = 64;

  private final List<Identity> items = new ArrayList<>();
  private final List<Identity> unseen = new ArrayList<>();

  /** All that were delivered; null when they are too many. */
  private @Nullable List<Identity> all = new ArrayList<>();

  /** Whether the last window showed none of it, so that what was delivered since is not in it. */
  private boolean isLost;

  /** In the order of the list: all that were delivered if {@link #isWhole}, else the last ones. */
  List<Identity> saved() {
    List<Identity> saved = inOrder();
    if (all != null) {
      // What was delivered while the rest was not shown stands before that.
      List<Identity> others = new ArrayList<>(all);
      others.removeAll(new HashSet<>(saved));
      saved.addAll(0, others);
    }
    return saved;
  }

  private List<Identity> inOrder() {
    List<Identity> list = new ArrayList<>(items);
    list.addAll(unseen);
    return list;
  }

  /** Whether it holds everything that was delivered. */
  boolean isWhole() {
    return all != null;
  }

  /** How many of the last of what is saved a window should have shown and did not. */
  int unseen() {
    return unseen.size();
  }

  void restore(List<Identity> saved, int unseen, boolean isWhole) {
    all = isWhole ? new ArrayList<>(saved) : null;
    items.addAll(saved.subList(0, saved.size() - unseen));
    this.unseen.addAll(saved.subList(saved.size() - unseen, saved.size()));
  }

  /** Forgets all; what comes is not the same list any more. */
  void cut() {
    items.clear();
    unseen.clear();
    all = null;
  }

  /** An item was delivered that stands behind all others. */
  void append(Identity identity) {
    if (all != null) {
      all.add(identity);
      all = all.size() > MOST ? null : all;
    }
    if (!isLost) {
      items.add(identity);
      trim(items);
    }
  }

  /** From here on pages are read one after the other, each behind what is in here. */
  void readPlainly() {
    if (isLost) {
      items.clear();
      unseen.clear();
      isLost = false;
    }
  }

  /** A page shows these items, which were delivered before, in the order of the list. */
  void moved(List<? extends Entry<?>> known) {
    boolean unused = passed(known);
    isLost = false;
  }

  /**
   * A window shows these items, which were delivered before, in the order of the list.
   *
   * @return false if that is another order than before
   */
  boolean passed(List<? extends Entry<?>> known) {
    List<Identity> before = inOrder();
    Map<Identity, Integer> places = new HashMap<>();
    before.forEach(item -> places.put(item, places.size()));
    Set<Identity> shown = new HashSet<>();
    boolean isOrdered = true;
    int last = -1;
    for (Entry<?> entry : known) {
      shown.add(entry.identity);
      int place = places.getOrDefault(entry.identity, -1);
      isOrdered &= place < 0 || place >= last;
      last = Math.max(last, place);
    }
    isLost = last < 0 && !before.isEmpty();
    if (isLost) {
      return true;
    }
    items.clear();
    before.subList(0, Math.max(0, last)).stream()
        .filter(item -> !shown.contains(item))
        .forEach(items::add);
    known.forEach(entry -> items.add(entry.identity));
    unseen.clear();
    unseen.addAll(before.subList(last + 1, before.size()));
    trim(items);
    // The last ones have been unseen for longest, and are deleted most likely.
    if (unseen.size() > MOST) {
      unseen.subList(MOST, unseen.size()).clear();
    }
    return isOrdered;
  }

  private static void trim(List<Identity> list) {
    if (list.size() > MOST) {
      list.subList(0, list.size() - MOST).clear();
    }
  }
}
