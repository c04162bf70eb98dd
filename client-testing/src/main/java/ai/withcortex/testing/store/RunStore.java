package ai.withcortex.testing.store;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stores runs by app and workflow, as they are at the time of a clock. Each access first makes the
 * changes that have become due. Safe for use by multiple threads.
 */
public final class RunStore {
  private final RunLists lists = new RunLists();

  /** All runs except numbered runs, which are found by the number in their IDs. */
  private final Map<String, StoredRun> byId = new HashMap<>();

  /** The runs that the clock will change or add. */
  final UpcomingRuns upcoming = new UpcomingRuns();

  private final boolean hasClock;
  private final Clock clock;

  /** The last time read from the clock. */
  private Instant now;

  private int inserted;

  /**
   * Creates a store without runs. Without a clock, runs are listed as they are added and are never
   * due, and only started runs progress, in real time.
   */
  public RunStore(@Nullable Clock clock) {
    hasClock = clock != null;
    this.clock = clock == null ? Clock.systemUTC() : clock;
    now = this.clock.instant();
  }

  /** Makes the changes that are due. If the clock runs backwards, there are none. */
  public synchronized void progress() {
    Instant time = clock.instant();
    if (time.isAfter(now)) {
      now = time;
      upcoming.changedBy(now).forEach(this::show);
    }
  }

  /** Returns the time of the clock. */
  public synchronized Instant now() {
    progress();
    return now;
  }

  /** Adds runs that are known to be valid and new, in the given order. */
  public synchronized void addAll(Collection<Run> runs) {
    runs.forEach(run -> put(new StoredRun(run)));
  }

  /** Adds numbered runs, which are known to be new, to their workflow. */
  public synchronized void addNumbered(int count) {
    RunList list = lists.of(NumberedRun.APP, NumberedRun.WORKFLOW);
    for (int number = 1; number <= count; number++) {
      NumberedRun run = new NumberedRun(number);
      if (!hasClock || run.isOver(now)) {
        list.addAt(list.size(), run);
      } else {
        put(new StoredRun(run.run()));
      }
    }
  }

  /**
   * Requires a run that can be written as JSON.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public static Run requireWritable(Run run) {
    return StoredRun.requireWritable(run).run();
  }

  /**
   * Adds a run.
   *
   * @throws IllegalArgumentException if a run with this ID already exists, or if the run cannot be
   *     written as JSON
   */
  public synchronized void add(Run run) {
    progress();
    if (exists(run.id())) {
      throw new IllegalArgumentException(
          "Run " + run.id() + " already exists; use replace() to change it");
    }
    put(StoredRun.requireWritable(run));
  }

  /** Replaces the run with the same ID. Returns false if there is no such run. */
  public synchronized boolean replace(Run run) {
    progress();
    if (!exists(run.id())) {
      return false;
    }
    put(StoredRun.requireWritable(run));
    return true;
  }

  /** Changes the status of a listed run, for good; returns false if there is none with this ID. */
  public synchronized boolean changeStatus(String id, RunStatus status) {
    progress();
    ListedRun listed = find(id);
    if (listed != null) {
      list(new StoredRun(RunCourse.withStatus(listed.run(), status, stop(listed.run()))));
    }
    return listed != null;
  }

  /** Keeps the clock from changing a run any more, and returns the time at which it changes. */
  Instant stop(Run run) {
    boolean wasUpcoming = upcoming.remove(run.id());
    return hasClock || wasUpcoming ? now : RunCourse.latest(run, InsertionTimes.NOW);
  }

  /** Removes a run. Returns false if there is no run with the given ID. */
  public synchronized boolean remove(String id) {
    progress();
    boolean wasUpcoming = upcoming.remove(id);
    return unlist(id) || wasUpcoming;
  }

  /** Removes all runs but keeps the workflows. */
  public synchronized void clear() {
    progress();
    upcoming.clear();
    byId.clear();
    lists.clear();
  }

  /** Adds a workflow if it does not exist. */
  public synchronized void addWorkflow(String appId, String workflowId) {
    lists.of(appId, workflowId);
  }

  /** Returns whether the app has any workflows. */
  public synchronized boolean hasApp(String appId) {
    return lists.hasApp(appId);
  }

  /** Returns the workflows of an app in the order in which they were added. */
  public synchronized List<String> workflowIds(String appId) {
    return lists.workflowIds(appId);
  }

  /** Returns whether the workflow exists. */
  public synchronized boolean hasWorkflow(String appId, String workflowId) {
    return lists.find(appId, workflowId) != null;
  }

  /**
   * Returns one page of the runs of an existing workflow.
   *
   * @param filter selects the runs, or null to select all runs
   * @param paging returns the window of the page for the given number of runs
   */
  public synchronized RunPage page(
      String appId,
      String workflowId,
      @Nullable Predicate<ListedRun> filter,
      IntFunction<PageWindow> paging) {
    progress();
    return lists.of(appId, workflowId).page(filter, paging);
  }

  /** Returns a run of a workflow as it is now, or null if the workflow has no such run. */
  public synchronized @Nullable ListedRun run(String appId, String workflowId, String id) {
    progress();
    ListedRun run = find(id);
    boolean isThere =
        run != null && run.appId().equals(appId) && run.workflowId().equals(workflowId);
    return isThere ? run : null;
  }

  /** Returns the runs of a workflow in order, or an empty list if there is no such workflow. */
  public synchronized List<Run> runs(String appId, String workflowId) {
    progress();
    RunList list = lists.find(appId, workflowId);
    List<Run> runs = new ArrayList<>();
    if (list != null) {
      list.forEach(run -> runs.add(run.run()));
    }
    return Collections.unmodifiableList(runs);
  }

  /** Returns the number of runs of an existing workflow. */
  public synchronized int count(String appId, String workflowId) {
    progress();
    return lists.of(appId, workflowId).size();
  }

  /** Returns the IDs of the runs of an existing workflow, in order. */
  public synchronized Set<String> ids(String appId, String workflowId) {
    progress();
    Set<String> ids = new LinkedHashSet<>();
    lists.of(appId, workflowId).forEach(run -> ids.add(run.id()));
    return ids;
  }

  /**
   * Registers observers that are called with the ID of each run that is added to or removed from a
   * workflow. They are called while this store is locked.
   *
   * @throws IllegalArgumentException if there is no such workflow
   */
  public synchronized void observe(
      String appId, String workflowId, Consumer<String> added, Consumer<String> removed) {
    progress();
    RunList list = lists.find(appId, workflowId);
    if (list == null) {
      throw new IllegalArgumentException(
          "App " + appId + " has no workflow " + workflowId + "; add it with addWorkflow() first");
    }
    list.observe(added, removed);
  }

  /**
   * Inserts a new run into an existing workflow.
   *
   * @param index returns an index from 0 to the given number of runs
   */
  public synchronized void insert(String appId, String workflowId, IntUnaryOperator index) {
    progress();
    RunList list = lists.of(appId, workflowId);
    int place = index.applyAsInt(list.size());
    String id = newId();
    Instant createdAt = list.timeAt(place, hasClock ? now : null);
    StoredRun run = new StoredRun(new NumberedRun(inserted).run(id, appId, workflowId, createdAt));
    // Among runs that are newer than the clock, this one is as finished as they are.
    boolean isAsAdded = !hasClock || RunCourse.isAfter(createdAt, now);
    StoredRun listed = isAsAdded ? run : follow(run).at(now);
    byId.put(id, listed);
    list.addAt(place, listed);
  }

  /** Inserts a run into an existing workflow, with a new ID if there is one with its ID. */
  public synchronized void insert(String appId, String workflowId, Run run) {
    progress();
    String id = exists(run.id()) ? newId() : run.id();
    put(new StoredRun(run.toBuilder().id(id).appId(appId).workflowId(workflowId).build()));
  }

  /**
   * Deletes a run from an existing workflow.
   *
   * @param index returns an index for the given number of runs, or a negative number to delete
   *     nothing
   */
  public synchronized void delete(String appId, String workflowId, IntUnaryOperator index) {
    progress();
    RunList list = lists.of(appId, workflowId);
    int place = index.applyAsInt(list.size());
    if (place >= 0) {
      String id = list.removeAt(place).id();
      upcoming.remove(id);
      byId.remove(id);
    }
  }

  private String newId() {
    String id;
    do {
      id = "run_added_" + ++inserted;
    } while (exists(id));
    return id;
  }

  boolean exists(String id) {
    return upcoming.get(id) != null || find(id) != null;
  }

  /** Stores a run, in place of the one with the same ID; its workflow exists from now on. */
  void put(StoredRun run) {
    lists.of(run);
    upcoming.remove(run.id());
    if (hasClock) {
      show(run);
    } else {
      list(run);
    }
  }

  /** Notes whether the clock will change a run. */
  private StoredRun follow(StoredRun run) {
    Instant next = RunCourse.nextChange(run.run(), now, hasClock);
    if (next == null) {
      upcoming.remove(run.id());
    } else {
      upcoming.put(run, next);
    }
    return run;
  }

  /** Lists a run as it is now if it is there, in place of the one with the same ID. */
  void show(StoredRun run) {
    follow(run);
    Instant due = hasClock ? run.run().retentionDueAt() : null;
    boolean isDeleted = due != null && !due.isAfter(now);
    if (isDeleted || RunCourse.isAfter(run.createdAt(), now)) {
      unlist(run.id());
    } else {
      list(run.at(now));
    }
  }

  /** Lists a run in place of the one with the same ID. */
  private void list(StoredRun run) {
    ListedRun old = find(run.id());
    if (old != null
        && lists.of(old) == lists.of(run)
        && Objects.equals(old.createdAt(), run.createdAt())) {
      lists.of(old).replace(old, run);
    } else {
      unlist(run.id());
      lists.of(run).add(run);
    }
    byId.put(run.id(), run);
  }

  /** Takes a run off its list; returns whether it was listed. */
  private boolean unlist(String id) {
    ListedRun run = find(id);
    if (run == null) {
      return false;
    }
    lists.of(run).remove(run);
    byId.remove(id);
    return true;
  }

  private @Nullable ListedRun find(String id) {
    StoredRun stored = byId.get(id);
    return stored == null ? findNumbered(id) : stored;
  }

  private @Nullable NumberedRun findNumbered(String id) {
    NumberedRun run = NumberedRun.ofId(id);
    RunList list = lists.find(NumberedRun.APP, NumberedRun.WORKFLOW);
    return run != null && list != null && list.contains(run) ? run : null;
  }
}
