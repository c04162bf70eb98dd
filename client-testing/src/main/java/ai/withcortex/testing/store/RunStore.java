package ai.withcortex.testing.store;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.model.Run;
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

/** Stores runs by app and workflow. Safe for use by multiple threads. */
public final class RunStore {
  private final Map<String, Map<String, RunList>> apps = new HashMap<>();

  /** All runs except numbered runs, which are found by the number in their IDs. */
  private final Map<String, StoredRun> byId = new HashMap<>();

  private int inserted;

  /** Adds runs that are known to be valid and new, in the given order. */
  public synchronized void addAll(Collection<Run> runs) {
    runs.forEach(run -> insert(new StoredRun(run)));
  }

  /** Adds numbered runs, which are known to be new, to their workflow. */
  public synchronized void addNumbered(int count) {
    RunList list = workflow(NumberedRun.APP, NumberedRun.WORKFLOW);
    for (int number = 1; number <= count; number++) {
      list.addAt(number - 1, new NumberedRun(number));
    }
  }

  /**
   * Adds a run.
   *
   * @throws IllegalArgumentException if a run with this ID already exists, or if the run cannot be
   *     written as JSON
   */
  public synchronized void add(Run run) {
    if (find(run.id()) != null) {
      throw new IllegalArgumentException(
          "Run " + run.id() + " already exists; use replace() to change it");
    }
    insert(requireJson(run));
  }

  /** Replaces the run with the same ID. Returns false if there is no such run. */
  public synchronized boolean replace(Run run) {
    ListedRun old = find(run.id());
    if (old == null) {
      return false;
    }
    StoredRun stored = requireJson(run);
    if (listOf(old) == listOf(stored) && Objects.equals(old.createdAt(), stored.createdAt())) {
      byId.put(run.id(), stored);
      listOf(old).replace(old, stored);
    } else {
      listOf(old).remove(old);
      insert(stored);
    }
    return true;
  }

  /** Removes a run. Returns false if there is no run with the given ID. */
  public synchronized boolean remove(String id) {
    ListedRun run = find(id);
    if (run == null) {
      return false;
    }
    byId.remove(id);
    listOf(run).remove(run);
    return true;
  }

  /** Removes all runs but keeps the workflows. */
  public synchronized void clear() {
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
    return workflow(appId, workflowId).page(filter, paging);
  }

  /** Returns the runs of a workflow in order, or an empty list if there is no such workflow. */
  public synchronized List<Run> runs(String appId, String workflowId) {
    RunList list = find(appId, workflowId);
    List<Run> runs = new ArrayList<>();
    if (list != null) {
      list.forEach(run -> runs.add(run.run()));
    }
    return Collections.unmodifiableList(runs);
  }

  /** Returns the IDs of the runs of an existing workflow, in order. */
  public synchronized Set<String> ids(String appId, String workflowId) {
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
    RunList list = workflow(appId, workflowId);
    int place = index.applyAsInt(list.size());
    StoredRun stored = new StoredRun(newRun(appId, workflowId, list.timeAt(place)));
    byId.put(stored.id(), stored);
    list.addAt(place, stored);
  }

  /**
   * Deletes a run from an existing workflow.
   *
   * @param index returns an index for the given number of runs, or a negative number to delete
   *     nothing
   */
  public synchronized void delete(String appId, String workflowId, IntUnaryOperator index) {
    RunList list = workflow(appId, workflowId);
    int place = index.applyAsInt(list.size());
    if (place >= 0) {
      byId.remove(list.removeAt(place).id());
    }
  }

  private Run newRun(String appId, String workflowId, @Nullable Instant createdAt) {
    String id;
    do {
      id = "run_added_" + ++inserted;
    } while (find(id) != null);
    return new NumberedRun(inserted).run(id, appId, workflowId, createdAt);
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

  private void insert(StoredRun stored) {
    byId.put(stored.id(), stored);
    listOf(stored).add(stored);
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
