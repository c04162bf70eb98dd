package ai.withcortex.testing.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runs that the clock will change, each as it will be in the end and with the time of its next
 * change. Not thread-safe.
 */
final class UpcomingRuns {
  private final Map<String, StoredRun> runs = new LinkedHashMap<>();
  private final Map<String, Instant> changes = new LinkedHashMap<>();

  /** Adds a run, in place of the one with the same ID. */
  void put(StoredRun run, Instant nextChange) {
    runs.put(run.id(), run);
    changes.put(run.id(), nextChange);
  }

  /** Removes a run; returns whether it was there. */
  boolean remove(String id) {
    changes.remove(id);
    return runs.remove(id) != null;
  }

  @Nullable StoredRun get(String id) {
    return runs.get(id);
  }

  void clear() {
    runs.clear();
    changes.clear();
  }

  /** Returns the runs that have changed by a time, in the order in which they were added. */
  List<StoredRun> changedBy(Instant now) {
    List<StoredRun> changed = new ArrayList<>();
    changes.forEach(
        (id, change) -> {
          StoredRun run = runs.get(id);
          if (run != null && !change.isAfter(now)) {
            changed.add(run);
          }
        });
    return changed;
  }
}
