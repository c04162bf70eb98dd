package ai.withcortex.client.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last items of the list that have been delivered: what a resumed walk looks for.
 *
 * <p>The list has one order, so whatever stands behind the last of them that is left has not been
 * delivered. Those that a window should have shown and did not are deleted, or stand after the
 * window because much was added; they are kept apart, as far as they are few. As long as there are
 * few, all that were delivered are kept, and no order is needed.
 */
final class Tail {
  /** How many items may be deleted at once before nothing is left to find. */
  static final int MOST = 64;

  /** So many that were not shown are too many to keep in a checkpoint. */
  private static final int MOST_UNSEEN = 2 * MOST;

  /** Whether answers may be made in another order than they are read in. */
  boolean hasOldAnswers;

  private final List<Identity> items = new ArrayList<>();

  /** The last of what is saved, which a window should have shown and did not. */
  final List<Identity> unseen = new ArrayList<>();

  /** All that were delivered; null when they are too many. */
  private @Nullable List<Identity> all = new ArrayList<>();

  /** Whether the last window showed none of it, so that what was delivered since is not in it. */
  private boolean isLost;

  /** Whether so much was deleted that nothing is certain. */
  boolean isUncertain;

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

  void restore(List<Identity> saved, int unseen, boolean isWhole, boolean isUncertain) {
    this.isUncertain = isUncertain;
    all = isWhole ? new ArrayList<>(saved) : null;
    int first = saved.size() - unseen;
    items.addAll(saved.subList(0, first));
    this.unseen.addAll(saved.subList(first, saved.size()));
  }

  /** Forgets all; what comes is not the same list any more. */
  void cut() {
    items.clear();
    unseen.clear();
    all = null;
  }

  /** An item was delivered that stands behind all others. */
  void append(Entry<?> entry) {
    if (all != null) {
      all.add(entry.identity);
      all = all.size() > MOST ? null : all;
    }
    if (isLost) {
      // Whether it stands before, after or between the others cannot be told.
      isUncertain = true;
      return;
    }
    items.add(entry.identity);
    trim();
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
    for (Identity item : before) {
      places.put(item, places.size());
    }
    Set<Identity> shown = new HashSet<>();
    boolean isOrdered = true;
    int first = before.size();
    int last = -1;
    for (Entry<?> entry : known) {
      shown.add(entry.identity);
      int place = places.getOrDefault(entry.identity, -1);
      isOrdered &= place < 0 || place >= last;
      first = place < 0 ? first : Math.min(first, place);
      last = Math.max(last, place);
    }
    isLost = last < 0 && !before.isEmpty();
    if (isLost || known.isEmpty()) {
      return true;
    }
    items.clear();
    items.addAll(before.subList(0, Math.min(first, last + 1)));
    int next = first;
    for (Entry<?> entry : known) {
      int place = places.getOrDefault(entry.identity, -1);
      if (place >= next) {
        addMissing(before.subList(next, place), shown);
        next = place + 1;
      }
      items.add(entry.identity);
    }
    unseen.clear();
    unseen.addAll(before.subList(last + 1, before.size()));
    unseen.removeAll(shown);
    trim();
    return isOrdered;
  }

  /** Items that a window should have shown: they are deleted, unless its answer is an old one. */
  private void addMissing(List<Identity> between, Set<Identity> shown) {
    if (hasOldAnswers) {
      between.stream().filter(item -> !shown.contains(item)).forEach(items::add);
    }
  }

  private void trim() {
    if (items.size() > MOST) {
      items.subList(0, items.size() - MOST).clear();
    }
    if (unseen.size() > MOST_UNSEEN) {
      unseen.subList(MOST_UNSEEN, unseen.size()).clear();
      isUncertain = true;
    }
  }
}
