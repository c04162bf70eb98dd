package ai.withcortex.client.watching;

import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.watching.KnownItems.Reach;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.json.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The items seen by a poll, from the start of the list, in order. Decides how far the poll reads.
 * Not thread-safe.
 *
 * <p>A poll reads the window. If that does not show what has become of all unfinished items, it
 * reads on until it finds the last one of them, or an item that came after it. All others have then
 * been found, too, or have vanished. If the order of the known items is not proven, it reads on
 * until it finds all of them.
 */
final class PolledItems<T> {
  /** The state of each item; an unreadable item keeps its last known state. */
  final Map<String, String> states = new LinkedHashMap<>();

  /** The items that are new or have changed. */
  final Map<String, T> items = new LinkedHashMap<>();

  private final WatchedList<T> list;
  private final KnownItems before;
  private final WatchOptions options;

  /**
   * The IDs of the items still to be found: the last unfinished known item or any known item after
   * it or, without a proven order, all unfinished ones. Empty once the poll shows what has become
   * of all unfinished items.
   */
  private final Set<String> sought;

  /** Whether the poll has reached the end of the list. */
  boolean isAtEnd;

  /** Whether the items are proven to be in list order, with none missing between them. */
  private boolean isProven;

  /** The number of items, including unreadable ones. */
  private int read;

  /** The number of items in the window, including unreadable ones that are known. */
  private int windowSize;

  /** Whether the poll has found an item without a readable ID, which may be any missing one. */
  boolean hasUnidentified;

  /** Whether the poll has found an unreadable item that may have been in the list before. */
  private boolean hasUnknown;

  PolledItems(WatchedList<T> list, KnownItems before, WatchOptions options) {
    this.list = list;
    this.before = before;
    this.options = options;
    sought =
        before.isProven()
            ? before.lastUnfinished(list.isEnded)
            : before.unfinished(list.isEnded).keySet();
  }

  /** Adds an item and returns whether the poll has read enough. */
  boolean add(T item) {
    String id = list.source.identity(item);
    String state = list.state.apply(item);
    boolean wasFound = sought.isEmpty();
    add(id, state);
    if (!state.equals(before.state(id))) {
      items.put(id, item);
    }
    return isEnough(wasFound);
  }

  /** Counts an item and returns whether the poll has read enough. */
  private boolean isEnough(boolean wasFound) {
    read++;
    // Outside the window, reads one item more, which will show whether the last one has vanished.
    boolean isEnough = wasFound || (sought.isEmpty() && read == options.window());
    return read
        >= (isEnough ? options.window() : Math.max(options.window(), options.followLimit()));
  }

  /**
   * Adds an unreadable item if it was already known, so that it is not reported as vanished.
   * Otherwise, ignores the item, which may be any known item if its ID is unreadable as well.
   * Returns whether the poll has read enough.
   */
  boolean add(UnreadElement element) {
    options.faults().apply(element);
    boolean wasFound = sought.isEmpty();
    String id = id(element);
    String state = id == null ? null : before.state(id);
    if (id == null) {
      hasUnidentified = true;
    } else if (state == null) {
      hasUnknown |= before.isOpen();
    } else {
      add(id, states.getOrDefault(id, state));
    }
    return isEnough(wasFound);
  }

  /** Returns the ID of an unreadable item, or null if its ID is unreadable as well. */
  static @Nullable String id(UnreadElement element) {
    JsonValue id = element.json().get("id");
    return id == null || id.kind() != JsonValue.Kind.STRING ? null : id.asString();
  }

  private void add(String id, String state) {
    states.put(id, state);
    if (read < options.window()) {
      windowSize = states.size();
    }
    if (sought.remove(id) && before.isProven()) {
      sought.clear();
    }
  }

  /**
   * Records the end of the poll.
   *
   * @param isProven whether nothing casts doubt on the items or their order
   */
  void end(Verdict verdict, boolean isProven) {
    isAtEnd = verdict != Verdict.INCOMPLETE;
    this.isProven = isProven && !hasUnidentified;
  }

  /** Returns all items that the poll has read. */
  KnownItems all() {
    return all(isAtEnd);
  }

  private KnownItems all(boolean isWhole) {
    Reach reach = isWhole ? Reach.LIST : Reach.WINDOW;
    return new KnownItems(isProven ? reach : Reach.UNPROVEN, states);
  }

  /** Returns whether an unfinished item may still exist although the poll did not find it. */
  boolean hasLost() {
    return !sought.isEmpty() && !(isAtEnd && isProven);
  }

  /**
   * Returns the items to compare with the next poll: the window, and the items after it up to the
   * last unfinished item that was known before or has been reported now, and one more.
   *
   * <p>Unfinished items that an unproven poll did not find remain known until the next poll. So do
   * the items after the window, among which they may turn up again.
   */
  KnownItems known(Set<String> reported) {
    Map<String, String> missing = missing();
    int size = windowSize;
    int position = 0;
    for (Map.Entry<String, String> item : states.entrySet()) {
      position++;
      String id = item.getKey();
      boolean isAdded = reported.contains(id) && !before.has(id);
      boolean isSeen = before.has(id) || isAdded;
      // Without proof, an item that was reported as new may belong to the window.
      boolean isKept =
          !missing.isEmpty() || !list.isEnded.test(item.getValue()) || (isAdded && !isProven);
      size = isSeen && isKept ? Math.max(size, position + 1) : size;
    }
    KnownItems known = all(isAtEnd && !hasUnknown).first(size);
    if (missing.isEmpty()) {
      return known;
    }
    missing.putAll(known.states);
    return new KnownItems(Reach.UNPROVEN_WITH_MISSING, missing);
  }

  /** Returns the unfinished items to seek once more, because this poll cannot prove anything. */
  private Map<String, String> missing() {
    if (isProven || before.reach == Reach.UNPROVEN_WITH_MISSING) {
      return new HashMap<>();
    }
    Map<String, String> missing = before.unfinished(list.isEnded);
    missing.keySet().removeAll(states.keySet());
    return missing;
  }
}
