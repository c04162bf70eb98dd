package ai.withcortex.client.watching;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a list: its first items, in order, and what lies behind them. Immutable. */
final class Known {
  /** What the known items are, apart from what is added later. */
  enum Reach {
    /** Those that were told of a list that nobody has looked at as a whole. */
    NOTHING,

    /** The first ones of the list; older ones may follow. */
    WINDOW,

    /** The whole list. */
    LIST
  }

  static final Known NOTHING = new Known(Reach.NOTHING, Collections.emptyMap());

  final Reach reach;

  /** The state of each item by its ID, in the order of the list. */
  final Map<String, String> states;

  /**
   * @param states not copied, and not to be changed any more
   */
  Known(Reach reach, Map<String, String> states) {
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

  /** The last of the items that the other has, too; null if it has none of them. */
  @Nullable String lastIn(Known other) {
    String last = null;
    for (String id : states.keySet()) {
      last = other.has(id) ? id : last;
    }
    return last;
  }
}
