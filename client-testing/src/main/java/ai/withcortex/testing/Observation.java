package ai.withcortex.testing;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers which runs of a workflow were there all the time and which came and went: what a test
 * compares with the runs that its code has read.
 *
 * <pre>{@code
 * sandbox.mutations(MutationScript.random(7, 3, 3));
 * Observation observation = sandbox.observe("app_1", "work_1");
 * List<String> read = readAllIds(sandbox);
 * assertTrue(read.containsAll(observation.lasting()));
 * assertEquals(read.size(), new HashSet<>(read).size());
 * }</pre>
 *
 * <p>It begins with {@link CortexSandbox#observe} and does not end before the sandbox does. It
 * notes each change, whoever makes it: a {@link MutationScript} or a method of the sandbox. What it
 * holds grows with the number of changes, not with that of runs.
 *
 * <p>A run that is replaced by one of the same {@code created_at} stays. One that is replaced by
 * one of another time, app or workflow changes its place, which readers cannot tell from one run
 * less and another more, so it counts as removed and, if it is still in this workflow, as added.
 *
 * <p>Each method returns an unmodifiable set of IDs as of now. Safe for use by several threads.
 */
public final class Observation {
  private final Object lock;
  private final RunList runs;
  private final Set<String> added = new LinkedHashSet<>();
  private final Set<String> removed = new LinkedHashSet<>();

  /**
   * @param lock what is held by whoever changes the list
   */
  Observation(Object lock, RunList runs) {
    this.lock = lock;
    this.runs = runs;
  }

  /**
   * The runs that have been in the list since the observation began, newest first. A run that was
   * removed and added again is not among them.
   */
  public Set<String> lasting() {
    Set<String> lasting = new LinkedHashSet<>();
    synchronized (lock) {
      runs.forEach(run -> lasting.add(run.id()));
      lasting.removeAll(added);
    }
    return Collections.unmodifiableSet(lasting);
  }

  /** The runs that were added, in this order, even if they are gone. */
  public Set<String> added() {
    synchronized (lock) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(added));
    }
  }

  /** The runs that were removed, in this order, even if they are there again. */
  public Set<String> removed() {
    synchronized (lock) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(removed));
    }
  }

  /** Whoever calls this holds the lock. */
  void noteAdded(String id) {
    added.add(id);
  }

  /** Whoever calls this holds the lock. */
  void noteRemoved(String id) {
    removed.add(id);
  }
}
