package ai.withcortex.testing.store;

import ai.withcortex.model.Run;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Starts and changes runs as requests ask for it. Safe for use by multiple threads. */
public final class RequestedRuns {
  private final RunStore store;

  // Guarded by the lock of the store.
  private int started;

  /** Creates an instance for the only store that numbers its runs with it. */
  public RequestedRuns(RunStore store) {
    this.store = store;
  }

  /** Returns an ID for a run to start; no run has had it. */
  public String newId() {
    synchronized (store) {
      String id;
      do {
        id = "run_started_" + ++started;
      } while (store.exists(id));
      return id;
    }
  }

  /**
   * Adds a run, which progresses even if the store has no clock.
   *
   * @param end the run as it will be in the end, created at a time that {@link RunStore#now}
   *     returned; the time at which it is due is set here
   * @return the run as it was when it was created
   */
  public ListedRun start(Run end) {
    synchronized (store) {
      store.progress();
      StoredRun run = StoredRun.requireWritable(RunCourse.withDueTime(end));
      store.show(run);
      Instant createdAt = end.createdAt();
      return createdAt == null ? run : run.at(createdAt);
    }
  }

  /**
   * Cancels a run of a workflow unless it has ended.
   *
   * @return the run as it is now, or null if the workflow has no such run
   */
  public @Nullable ListedRun cancel(String appId, String workflowId, String id) {
    synchronized (store) {
      ListedRun listed = store.run(appId, workflowId, id);
      if (listed == null || listed.status().isEnded()) {
        return listed;
      }
      Run run = listed.run();
      Run cancelled = RunCourse.cancelled(run, store.stop(run));
      StoredRun stored = new StoredRun(RunCourse.withDueTime(cancelled));
      store.put(stored);
      return stored;
    }
  }

  /**
   * Changes a run of a workflow for now and for later.
   *
   * @param change returns the run as it will be in the end, without a change of its place in the
   *     list; the time at which it is due is set here
   * @return the run as it is now, even if it is due; null if the workflow has no such run
   */
  public @Nullable ListedRun change(
      String appId, String workflowId, String id, UnaryOperator<Run> change) {
    synchronized (store) {
      ListedRun listed = store.run(appId, workflowId, id);
      if (listed == null) {
        return null;
      }
      StoredRun upcoming = store.upcoming.get(id);
      Run end = upcoming == null ? listed.run() : upcoming.run();
      StoredRun changed = new StoredRun(RunCourse.withDueTime(change.apply(end)));
      if (upcoming == null) {
        store.put(changed);
        return changed;
      }
      store.show(changed);
      return changed.at(store.now());
    }
  }
}
