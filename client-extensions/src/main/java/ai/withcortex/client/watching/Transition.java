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
    Map<String, String> states = new LinkedHashMap<>();
    Map<String, List<String>> added = addedBehind(told);
    put(states, added.get(null));
    before.states.forEach(
        (id, state) -> {
          String now = after.state(id);
          if (!told.contains(id)) {
            states.put(id, state);
          } else if (now != null) {
            states.put(id, now);
          }
          put(states, added.get(id));
        });
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

  private void put(Map<String, String> states, @Nullable List<String> ids) {
    for (String id : ids == null ? Collections.<String>emptyList() : ids) {
      String state = after.state(id);
      if (state != null) {
        states.put(id, state);
      }
    }
  }
}
