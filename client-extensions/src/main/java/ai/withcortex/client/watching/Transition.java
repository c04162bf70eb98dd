package ai.withcortex.client.watching;

import ai.withcortex.client.watching.KnownItems.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps from the known items to the polled items, with one step for each change.
 *
 * <p>After some of the steps, the known items are the old window with those changes applied.
 * Comparing them with the same poll again finds exactly the remaining changes. After all of the
 * steps, the known items are the new window and the items that the watch follows.
 */
final class Transition {
  final KnownItems before;

  /** All items that the poll has read. */
  final KnownItems after;

  /** The polled items that remain known after all changes. Set once the changes are known. */
  KnownItems known;

  /** The IDs of the changed items, in the order they are reported. */
  private final List<String> ids;

  Transition(KnownItems before, KnownItems after, List<String> ids) {
    this.before = before;
    this.after = after;
    this.known = after;
    this.ids = ids;
  }

  /** Returns the known items after the given number of changes has been reported. */
  KnownItems at(int reported) {
    if (reported == ids.size()) {
      return known;
    }
    return reported == 0 ? before : between(new HashSet<>(ids.subList(0, reported)));
  }

  private KnownItems between(Set<String> reported) {
    Map<@Nullable String, List<String>> added = addedBehind(reported);
    List<String> order = new ArrayList<>(added.getOrDefault(null, Collections.emptyList()));
    for (String id : before.states.keySet()) {
      order.add(id);
      order.addAll(added.getOrDefault(id, Collections.emptyList()));
    }
    Map<String, String> states = new LinkedHashMap<>();
    for (String id : order) {
      String state = (reported.contains(id) ? after : before).state(id);
      if (state != null) {
        states.put(id, state);
      }
    }
    return new KnownItems(after.isProven() ? before.reach : Reach.UNPROVEN, states);
  }

  /**
   * Returns the added items, grouped by the known item that they follow. Null represents the start
   * of the list.
   */
  private Map<@Nullable String, List<String>> addedBehind(Set<String> reported) {
    Map<@Nullable String, List<String>> added = new HashMap<>();
    String place = null;
    for (String id : after.states.keySet()) {
      if (before.has(id)) {
        place = id;
      } else if (reported.contains(id)) {
        added.computeIfAbsent(place, any -> new ArrayList<>()).add(id);
      }
    }
    return added;
  }
}
