package ai.withcortex.client.watching;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The known items at the start of a list, in order, and whether more may follow. Immutable. */
final class KnownItems {
  /** The part of the list covered by the known items, not counting items added later. */
  enum Reach {
    /**
     * Only the items reported so far. The changes from the first poll have not all been reported
     * yet.
     */
    NOTHING,

    /** The first items of the list; older items may follow. */
    WINDOW,

    /** The whole list. */
    LIST,

    /** Some items of the list, not necessarily in list order; others may be anywhere. */
    UNPROVEN,

    /** Like UNPROVEN, with unfinished items that the last poll did not find. */
    UNPROVEN_WITH_MISSING
  }

  static final KnownItems NOTHING = new KnownItems(Reach.NOTHING, Collections.emptyMap());

  final Reach reach;

  /** The state of each item, keyed by ID, in list order. */
  final Map<String, String> states;

  /**
   * @param states not copied, so it must not be changed afterward
   */
  KnownItems(Reach reach, Map<String, String> states) {
    this.reach = reach;
    this.states = states;
  }

  boolean isNothing() {
    return reach == Reach.NOTHING && states.isEmpty();
  }

  /** Returns whether the items are known to be in list order, with none missing between them. */
  boolean isProven() {
    return reach != Reach.UNPROVEN && reach != Reach.UNPROVEN_WITH_MISSING;
  }

  /** Returns whether unknown items may have been in the list before. */
  boolean isOpen() {
    return reach != Reach.NOTHING && reach != Reach.LIST;
  }

  boolean has(String id) {
    return states.containsKey(id);
  }

  @Nullable String state(String id) {
    return states.get(id);
  }

  /**
   * Returns the last of these items that {@code other} also has, or null if it has none of them.
   */
  @Nullable String lastIn(KnownItems other) {
    String last = null;
    for (String id : states.keySet()) {
      last = other.has(id) ? id : last;
    }
    return last;
  }

  /**
   * Returns the IDs of the last item that has not ended and of the items after it. Empty if all
   * items have ended.
   */
  Set<String> lastUnfinished(Predicate<? super String> isEnded) {
    Set<String> last = new HashSet<>();
    for (Map.Entry<String, String> item : states.entrySet()) {
      boolean isUnfinished = !isEnded.test(item.getValue());
      if (isUnfinished) {
        last.clear();
      }
      if (isUnfinished || !last.isEmpty()) {
        last.add(item.getKey());
      }
    }
    return last;
  }

  /** Returns the items that have not ended, in a map that the caller may change. */
  Map<String, String> unfinished(Predicate<? super String> isEnded) {
    Map<String, String> unfinished = new LinkedHashMap<>(states);
    unfinished.values().removeIf(isEnded);
    return unfinished;
  }

  /** Returns the first items, or all items if there are not more. */
  KnownItems first(int size) {
    if (size >= states.size()) {
      return this;
    }
    Map<String, String> first = new LinkedHashMap<>();
    for (Map.Entry<String, String> item : states.entrySet()) {
      if (first.size() == size) {
        break;
      }
      first.put(item.getKey(), item.getValue());
    }
    return new KnownItems(isProven() ? Reach.WINDOW : reach, first);
  }
}
