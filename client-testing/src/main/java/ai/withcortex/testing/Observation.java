package ai.withcortex.testing;

import ai.withcortex.testing.store.RunStore;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Records which runs of a workflow were present throughout and which were added or removed, so that
 * a test can compare them with the runs that the code under test has read.
 *
 * <pre>{@code
 * sandbox.mutations(MutationScript.random(7, 3, 3));
 * Observation observation = sandbox.observe("app_1", "work_1");
 * List<String> read = readAllIds(sandbox);
 * assertTrue(read.containsAll(observation.lasting()));
 * assertEquals(read.size(), new HashSet<>(read).size());
 * }</pre>
 *
 * <p>An observation starts with {@link CortexSandbox#observe} and lasts as long as the sandbox. It
 * records every change, whether made by a {@link MutationScript}, through a method of the sandbox
 * or by its clock. Memory use grows with the number of changes, not with the number of runs.
 *
 * <p>If a run is replaced with a run that has the same app, workflow, and {@code created_at}, the
 * run counts as kept. If any of these differs, the run moves. Code that reads pages cannot
 * distinguish a move from a removal and an addition, so the run counts as removed and, if it is
 * still in this workflow, as added.
 *
 * <p>Each method returns an unmodifiable set of the current IDs. Safe for use by multiple threads.
 */
public final class Observation {
  private final RunStore store;
  private final String appId;
  private final String workflowId;

  // Guarded by the lock of the store.
  private final Set<String> added = new LinkedHashSet<>();
  private final Set<String> removed = new LinkedHashSet<>();

  /** Starts observing an existing workflow. */
  Observation(RunStore store, String appId, String workflowId) {
    this.store = store;
    this.appId = appId;
    this.workflowId = workflowId;
    store.observe(appId, workflowId, added::add, removed::add);
  }

  /**
   * Returns the IDs of the runs that have been in the list since the observation started, newest
   * first. Runs that were removed and added back are not included.
   */
  public Set<String> lasting() {
    synchronized (store) {
      Set<String> lasting = store.ids(appId, workflowId);
      lasting.removeAll(added);
      return Collections.unmodifiableSet(lasting);
    }
  }

  /**
   * Returns the IDs of the runs that were added, in the order they were added, even if they have
   * since been removed.
   */
  public Set<String> added() {
    synchronized (store) {
      store.progress();
      return Collections.unmodifiableSet(new LinkedHashSet<>(added));
    }
  }

  /**
   * Returns the IDs of the runs that were removed, in the order they were removed, even if they
   * have since been added back.
   */
  public Set<String> removed() {
    synchronized (store) {
      store.progress();
      return Collections.unmodifiableSet(new LinkedHashSet<>(removed));
    }
  }
}
