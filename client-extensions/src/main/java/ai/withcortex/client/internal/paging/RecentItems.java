package ai.withcortex.client.internal.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last delivered items of the list, which a resumed walk uses to find its position.
 *
 * <p>The list keeps its order. Items that come after the last recorded item still in the list have
 * therefore not been delivered. If a window should have shown some of these items but did not, they
 * have been deleted, or they come after the window because many items were added. A few such items
 * are kept separately. As long as only a few items have been delivered, all of them are kept, and
 * their order does not matter.
 */
public final class RecentItems {
  /** The number of items kept. If all of them are deleted at once, the position cannot be found. */
  public static final int MOST = 64;

  /** The maximum number of missing items that a checkpoint can keep. */
  private static final int MOST_UNSEEN = 2 * MOST;

  /** Whether responses may be processed in a different order than the server created them. */
  public boolean hasOldAnswers;

  private final List<Identity> items = new ArrayList<>();

  /** The number of items to keep, including those that may have been deleted before others. */
  private int most = MOST;

  /** The last saved items, which a window should have shown but did not. */
  final List<Identity> unseen = new ArrayList<>();

  /** All delivered items, or null if there are too many. */
  private @Nullable List<Identity> all = new ArrayList<>();

  /**
   * Whether the last window showed none of these items, in which case later deliveries are not
   * included.
   */
  private boolean isLost;

  /** Whether so many items were deleted that no position is certain. */
  boolean isUncertain;

  /** Returns all delivered items if {@link #isWhole}, or the last ones otherwise, in list order. */
  List<Identity> saved() {
    List<Identity> saved = inOrder();
    if (all != null) {
      // Items that were delivered while the others were missing come first.
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

  /** Returns whether this contains every delivered item. */
  boolean isWhole() {
    return all != null;
  }

  void restore(List<Identity> saved, int unseen, boolean isWhole, boolean isUncertain) {
    this.isUncertain = isUncertain;
    all = isWhole ? new ArrayList<>(saved) : null;
    int first = saved.size() - unseen;
    items.addAll(saved.subList(0, first));
    this.unseen.addAll(saved.subList(first, saved.size()));
    most = Math.max(MOST, first);
  }

  /** Forgets everything, because the next items belong to a different pass. */
  void cut() {
    items.clear();
    unseen.clear();
    all = null;
  }

  /** Records the delivery of an item that comes after all others. */
  void append(PageItem<?> entry) {
    if (isLost && all != null) {
      // The window starts the list, so all others come after it, or they have been deleted.
      unseen.addAll(0, items);
      items.clear();
      isLost = false;
    }
    if (all != null) {
      all.add(entry.identity);
      all = all.size() > MOST ? null : all;
    }
    if (entry.delivered != null) {
      int next = items.indexOf(entry.delivered);
      if (next >= 0) {
        items.add(next, entry.identity);
        trim();
      }
      return;
    }
    if (isLost) {
      // There is no way to tell whether the item comes before, after, or between the others.
      isUncertain = true;
      return;
    }
    items.add(entry.identity);
    trim();
  }

  /** Prepares for reading pages one after the other, starting after these items. */
  void readPlainly() {
    if (isLost) {
      items.clear();
      unseen.clear();
      isLost = false;
    }
  }

  /** Records the known items of a page, in list order. */
  void moved(List<? extends PageItem<?>> known) {
    if (known.isEmpty()) {
      // The page comes after all items, so those that no page showed come before it.
      items.addAll(unseen);
      most = Math.max(most, MOST + unseen.size());
      unseen.clear();
    }
    boolean unused = passed(known);
    isLost = false;
  }

  /**
   * Records the known items of a window, in list order.
   *
   * @return false if the order differs from the previous order
   */
  boolean passed(List<? extends PageItem<?>> known) {
    List<Identity> before = inOrder();
    Map<Identity, Integer> places = new HashMap<>();
    for (Identity item : before) {
      places.put(item, places.size());
    }
    Set<Identity> shown = new HashSet<>();
    boolean isOrdered = true;
    int first = before.size();
    int last = -1;
    for (PageItem<?> entry : known) {
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
    for (PageItem<?> entry : known) {
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

  /**
   * Handles items that a window should have shown. They have been deleted, unless the response is
   * outdated.
   */
  private void addMissing(List<Identity> between, Set<Identity> shown) {
    if (hasOldAnswers) {
      between.stream().filter(item -> !shown.contains(item)).forEach(items::add);
    }
  }

  private void trim() {
    if (unseen.size() > MOST_UNSEEN) {
      unseen.subList(MOST_UNSEEN, unseen.size()).clear();
      isUncertain = true;
    }
    int kept = Math.min(most, MOST + MOST_UNSEEN - unseen.size());
    if (items.size() > kept) {
      items.subList(0, items.size() - kept).clear();
    }
  }
}
