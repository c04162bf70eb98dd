package ai.withcortex.client.watching;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known part of a list: its first items, in order, and what may follow them. Immutable. */
final class KnownItems {
  /** The part of the list that the known items make up, apart from items added later. */
  enum Reach {
    /** Only reported items of a list that was never polled as a whole. */
    NOTHING,

    /** The first items of the list; older ones may follow. */
    WINDOW,

    /** The whole list. */
    LIST
  }

  static final KnownItems NOTHING = new KnownItems(Reach.NOTHING, Collections.emptyMap());

  final Reach reach;

  /** The state of each item by its ID, in list order. */
  final Map<String, String> states;

  /**
   * @param states not copied; must not change afterwards
   */
  KnownItems(Reach reach, Map<String, String> states) {
    this.reach = reach;
    this.states = states;
  }

  boolean isNothing() {
    return reach == Reach.NOTHING && states.isEmpty();
  }

  boolean has(String id) {
    return states.containsKey(id);
  }

  @Nullable String state(String id) {
    return states.get(id);
  }

  /** Returns the last of these items that the other also has; null if it has none of them. */
  @Nullable String lastIn(KnownItems other) {
    String last = null;
    for (String id : states.keySet()) {
      last = other.has(id) ? id : last;
    }
    return last;
  }
}
