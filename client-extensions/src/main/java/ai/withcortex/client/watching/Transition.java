package ai.withcortex.client.watching;

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
 * The way from what was known to what a look has shown, in as many steps as there are changes.
 *
 * <p>After some of the changes the old window counts, with these made to it: comparing that with
 * the same look again finds exactly the others. Once all are told, the new window counts.
 */
final class Transition {
  final Known before;
  final Known after;

  /** The IDs of what changes, in the order in which it is told. */
  private final List<String> ids;

  Transition(Known before, Known after, List<String> ids) {
    this.before = before;
    this.after = after;
    this.ids = ids;
  }

  /** What is known once so many changes are told. */
  Known at(int told) {
    if (told == ids.size()) {
      return after;
    }
    return told == 0 ? before : between(new HashSet<>(ids.subList(0, told)));
  }

  private Known between(Set<String> told) {
    Map<@Nullable String, List<String>> added = addedBehind(told);
    List<String> order = new ArrayList<>(added.getOrDefault(null, Collections.emptyList()));
    for (String id : before.states.keySet()) {
      order.add(id);
      order.addAll(added.getOrDefault(id, Collections.emptyList()));
    }
    Map<String, String> states = new LinkedHashMap<>();
    for (String id : order) {
      String state = (told.contains(id) ? after : before).state(id);
      if (state != null) {
        states.put(id, state);
      }
    }
    return new Known(before.reach, states);
  }

  /** What is added, by the known item that it stands behind; null stands for the start. */
  private Map<@Nullable String, List<String>> addedBehind(Set<String> told) {
    Map<@Nullable String, List<String>> added = new HashMap<>();
    String place = null;
    for (String id : after.states.keySet()) {
      if (before.has(id)) {
        place = id;
      } else if (told.contains(id)) {
        added.computeIfAbsent(place, any -> new ArrayList<>()).add(id);
      }
    }
    return added;
  }
}
