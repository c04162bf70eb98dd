package ai.withcortex.testing.store;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Map<String, Map<String, RunList>> apps = new HashMap<>();

  /** All runs except numbered runs, which are found by the number in their IDs. */
  private final Map<String, StoredRun> byId = new HashMap<>();

  /** The runs that the clock will change or add, by ID, as they will be in the end. */
  private final Map<String, StoredRun> unfinished = new LinkedHashMap<>();

  private final @Nullable Clock clock;

  /** The last time read from the clock; without a clock, a time when everything is over. */
  private Instant now;

  private int inserted;

  /** Creates a store without runs; without a clock, runs are listed as they are added. */
  public RunStore(@Nullable Clock clock) {
    this.clock = clock;
    now = clock == null ? Instant.MAX : clock.instant();
  }

  /** Makes the changes that are due. If the clock runs backwards, there are none. */
  public synchronized void progress() {
    Instant time = clock == null ? now : clock.instant();
    if (time.isAfter(now)) {
      now = time;
      unfinished.values().forEach(this::show);
      unfinished.values().removeIf(run -> RunCourse.isOver(run.run(), now));
    }
  }

  /** Adds runs that are known to be valid and new, in the given order. */
  public synchronized void addAll(Collection<Run> runs) {
    runs.forEach(run -> put(new StoredRun(run)));
  }

  /** Adds numbered runs, which are known to be new, to their workflow. */
  public synchronized void addNumbered(int count) {
    RunList list = workflow(NumberedRun.APP, NumberedRun.WORKFLOW);
    for (int number = 1; number <= count; number++) {
      NumberedRun run = new NumberedRun(number);
      if (run.isOver(now)) {
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
    return requireJson(run).run();
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
    put(requireJson(run));
  }

  /** Replaces the run with the same ID. Returns false if there is no such run. */
  public synchronized boolean replace(Run run) {
    progress();
    if (!exists(run.id())) {
      return false;
    }
    put(requireJson(run));
    return true;
  }

  /** Changes the status of a listed run, for good; returns false if there is none with this ID. */
  public synchronized boolean changeStatus(String id, RunStatus status) {
    progress();
    ListedRun listed = find(id);
    if (listed == null) {
      return false;
    }
    Run run = listed.run();
    Instant time = clock == null ? RunCourse.latest(run, InsertionTimes.NOW) : now;
    unfinished.remove(id);
    list(new StoredRun(RunCourse.withStatus(run, status, time)));
    return true;
  }

  /** Removes a run. Returns false if there is no run with the given ID. */
  public synchronized boolean remove(String id) {
    progress();
    boolean wasUnfinished = unfinished.remove(id) != null;
    return unlist(id) || wasUnfinished;
  }

  /** Removes all runs but keeps the workflows. */
  public synchronized void clear() {
    progress();
    unfinished.clear();
    byId.clear();
    apps.values().forEach(workflows -> workflows.values().forEach(RunList::clear));
  }

  /** Adds a workflow if it does not exist. */
  public synchronized void addWorkflow(String appId, String workflowId) {
    workflow(appId, workflowId);
  }

  /** Returns whether the app has any workflows. */
  public synchronized boolean hasApp(String appId) {
    return apps.containsKey(appId);
  }

  /** Returns whether the workflow exists. */
  public synchronized boolean hasWorkflow(String appId, String workflowId) {
    return find(appId, workflowId) != null;
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
    return workflow(appId, workflowId).page(filter, paging);
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
    RunList list = find(appId, workflowId);
    List<Run> runs = new ArrayList<>();
    if (list != null) {
      list.forEach(run -> runs.add(run.run()));
    }
    return Collections.unmodifiableList(runs);
  }

  /** Returns the IDs of the runs of an existing workflow, in order. */
  public synchronized Set<String> ids(String appId, String workflowId) {
    progress();
    Set<String> ids = new LinkedHashSet<>();
    workflow(appId, workflowId).forEach(run -> ids.add(run.id()));
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
    RunList list = find(appId, workflowId);
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
    RunList list = workflow(appId, workflowId);
    int place = index.applyAsInt(list.size());
    String id = newId();
    Instant createdAt = list.timeAt(place, clock == null ? null : now);
    StoredRun run = new StoredRun(new NumberedRun(inserted).run(id, appId, workflowId, createdAt));
    // Among runs that are newer than the clock, this one is as finished as they are.
    StoredRun listed = RunCourse.isAfter(createdAt, now) ? run : follow(run).at(now);
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
    RunList list = workflow(appId, workflowId);
    int place = index.applyAsInt(list.size());
    if (place >= 0) {
      String id = list.removeAt(place).id();
      unfinished.remove(id);
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

  private boolean exists(String id) {
    return unfinished.containsKey(id) || find(id) != null;
  }

  /** Fails here, where the mistake is made, rather than when the run is listed. */
  private static StoredRun requireJson(Run run) {
    StoredRun stored = new StoredRun(run);
    try {
      stored.json(true);
      return stored;
    } catch (CortexDataException e) {
      throw new IllegalArgumentException(
          "Run " + run.id() + " cannot be written as JSON: " + e.getMessage(), e);
    }
  }

  /** Stores a run, in place of the one with the same ID; its workflow exists from now on. */
  private void put(StoredRun run) {
    listOf(run);
    unfinished.remove(run.id());
    show(follow(run));
  }

  /** Notes whether the clock will change a run. */
  private StoredRun follow(StoredRun run) {
    if (!RunCourse.isOver(run.run(), now)) {
      unfinished.put(run.id(), run);
    }
    return run;
  }

  /** Lists a run as it is now if it has been created, in place of the one with the same ID. */
  private void show(StoredRun run) {
    if (RunCourse.isAfter(run.createdAt(), now)) {
      unlist(run.id());
    } else {
      list(run.at(now));
    }
  }

  /** Lists a run in place of the one with the same ID. */
  private void list(StoredRun run) {
    ListedRun old = find(run.id());
    if (old != null
        && listOf(old) == listOf(run)
        && Objects.equals(old.createdAt(), run.createdAt())) {
      listOf(old).replace(old, run);
    } else {
      unlist(run.id());
      listOf(run).add(run);
    }
    byId.put(run.id(), run);
  }

  /** Takes a run off its list; returns whether it was listed. */
  private boolean unlist(String id) {
    ListedRun run = find(id);
    if (run == null) {
      return false;
    }
    listOf(run).remove(run);
    byId.remove(id);
    return true;
  }

  private @Nullable ListedRun find(String id) {
    StoredRun stored = byId.get(id);
    return stored == null ? findNumbered(id) : stored;
  }

  private @Nullable NumberedRun findNumbered(String id) {
    NumberedRun run = NumberedRun.ofId(id);
    RunList list = find(NumberedRun.APP, NumberedRun.WORKFLOW);
    return run != null && list != null && list.contains(run) ? run : null;
  }

  private @Nullable RunList find(String appId, String workflowId) {
    return apps.getOrDefault(appId, Collections.emptyMap()).get(workflowId);
  }

  private RunList listOf(ListedRun run) {
    return workflow(run.appId(), run.workflowId());
  }

  /** Returns the list of a workflow, creating the list if necessary. */
  private RunList workflow(String appId, String workflowId) {
    return apps.computeIfAbsent(appId, id -> new HashMap<>())
        .computeIfAbsent(workflowId, id -> new RunList());
  }
}
