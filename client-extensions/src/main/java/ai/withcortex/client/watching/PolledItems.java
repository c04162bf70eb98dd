package ai.withcortex.client.watching;

import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** The items seen by a poll, from the start of the list, in order. Not thread-safe. */
final class PolledItems<T> {
  /** The state of each item; an unreadable item keeps its last known state. */
  final Map<String, String> states = new LinkedHashMap<>();

  final Map<String, T> items = new LinkedHashMap<>();

  void add(String id, String state, T item) {
    if (items.putIfAbsent(id, item) == null) {
      states.put(id, state);
    }
  }

  /**
   * Adds an unreadable item if it was already known, so that it is not reported as vanished.
   * Otherwise, ignores the item.
   */
  void add(UnreadElement element, KnownItems before, FaultPolicy faults) {
    faults.apply(element);
    JsonValue id = element.json().get("id");
    if (id != null && id.kind() == JsonValue.Kind.STRING) {
      String state = before.state(id.asString());
      if (state != null) {
        states.putIfAbsent(id.asString(), state);
      }
    }
  }
}
