package ai.withcortex.client.watching;

import ai.withcortex.client.watching.KnownItems.Reach;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The items seen by a poll, from the start of the list, in order. Decides how far the poll reads.
 * Not thread-safe.
 *
 * <p>A poll reads the window. If that does not show what has become of all unfinished items, it
 * reads on until it finds the last one of them, or an item that came after it. All others have then
 * been found, too, or have vanished.
 */
final class PolledItems<T> {
  /** The state of each item; an unreadable item keeps its last known state. */
  final Map<String, String> states = new LinkedHashMap<>();

  /** The items that are new or have changed. */
  final Map<String, T> items = new LinkedHashMap<>();

  private final WatchedList<T> list;
  private final KnownItems before;
  private final WatchOptions options;

  /** The IDs of the last unfinished known item and of the known items after it. */
  private final Set<String> lastUnfinished;

  /** Whether the poll shows what has become of all unfinished known items. */
  private boolean isReached;

  /** The number of items, not counting unreadable ones. */
  private int read;

  private int windowSize;

  PolledItems(WatchedList<T> list, KnownItems before, WatchOptions options) {
    this.list = list;
    this.before = before;
    this.options = options;
    lastUnfinished = before.lastUnfinished(list.isEnded);
    isReached = lastUnfinished.isEmpty();
  }

  /** Adds an item and returns whether the poll has read enough. */
  boolean add(T item) {
    String id = list.source.identity(item);
    String state = list.state.apply(item);
    boolean wasReached = isReached;
    add(id, state);
    if (!state.equals(before.state(id))) {
      items.put(id, item);
    }
    read++;
    if (read <= options.window()) {
      windowSize = states.size();
    }
    // Outside the window, reads one item more, which will show whether the last one has vanished.
    boolean isEnough = wasReached || (isReached && read == options.window());
    return read
        >= (isEnough ? options.window() : Math.max(options.window(), options.followLimit()));
  }

  /**
   * Adds an unreadable item if it was already known, so that it is not reported as vanished.
   * Otherwise, ignores the item.
   */
  void add(UnreadElement element) {
    options.faults().apply(element);
    JsonValue id = element.json().get("id");
    if (id != null && id.kind() == JsonValue.Kind.STRING) {
      String state = before.state(id.asString());
      if (state != null) {
        add(id.asString(), states.getOrDefault(id.asString(), state));
      }
    }
  }

  private void add(String id, String state) {
    states.put(id, state);
    isReached |= lastUnfinished.contains(id);
  }

  /**
   * Returns whether an unfinished item may still exist after the items read.
   *
   * @param isWhole whether the poll has read the whole list for certain
   */
  boolean hasLost(boolean isWhole) {
    return !isReached && !isWhole;
  }

  /**
   * Returns the items to compare with the next poll: the window, and the items after it up to the
   * last unfinished item that was known before or has been reported now, and one more.
   */
  KnownItems known(Reach reach, Set<String> reported) {
    int size = windowSize;
    int position = 0;
    for (Map.Entry<String, String> item : states.entrySet()) {
      position++;
      String id = item.getKey();
      boolean isSeen = before.has(id) || reported.contains(id);
      boolean isFollowed = isSeen && !list.isEnded.test(item.getValue());
      size = isFollowed ? Math.max(size, position + 1) : size;
    }
    return new KnownItems(reach, states).first(size);
  }
}
