package ai.withcortex.testing;

import ai.withcortex.testing.store.RunStore;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Records which runs of a workflow were there all the time and which were added or removed, so that
 * a test can compare them with the runs that its code has read.
 *
 * <pre>{@code
 * sandbox.mutations(MutationScript.random(7, 3, 3));
 * Observation observation = sandbox.observe("app_1", "work_1");
 * List<String> read = readAllIds(sandbox);
 * assertTrue(read.containsAll(observation.lasting()));
 * assertEquals(read.size(), new HashSet<>(read).size());
 * }</pre>
 *
 * <p>It starts with {@link CortexSandbox#observe} and lasts as long as the sandbox. It records
 * every change, whether by a {@link MutationScript} or by a method of the sandbox. Its memory use
 * grows with the number of changes, not with the number of runs.
 *
 * <p>Replacing a run by one with the same {@code created_at} keeps it. Replacing it by one with
 * another time, app or workflow moves it, which readers cannot distinguish from a removal and an
 * addition, so it counts as removed and, if it is still in this workflow, as added.
 *
 * <p>Each method returns an unmodifiable set of the current IDs. Safe for use by several threads.
 */
public final class Observation {
  private final RunStore store;
  private final String appId;
  private final String workflowId;

  // Guarded by the store.
  private final Set<String> added = new LinkedHashSet<>();
  private final Set<String> removed = new LinkedHashSet<>();

  /** Starts the observation of an existing workflow. */
  Observation(RunStore store, String appId, String workflowId) {
    this.store = store;
    this.appId = appId;
    this.workflowId = workflowId;
    store.observe(appId, workflowId, added::add, removed::add);
  }

  /**
   * Returns the runs that have been in the list since the observation started, newest first. A run
   * that was removed and added again is not included.
   */
  public Set<String> lasting() {
    synchronized (store) {
      Set<String> lasting = store.ids(appId, workflowId);
      lasting.removeAll(added);
      return Collections.unmodifiableSet(lasting);
    }
  }

  /** Returns the runs that were added, in this order, even if they are gone. */
  public Set<String> added() {
    synchronized (store) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(added));
    }
  }

  /** Returns the runs that were removed, in this order, even if they have been added again. */
  public Set<String> removed() {
    synchronized (store) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(removed));
    }
  }
}
