package ai.withcortex.testing;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.model.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The runs by app and workflow. Safe for use by several threads. */
final class RunStore {
  private final Map<String, Map<String, RunList>> apps = new HashMap<>();

  /** All runs except the slim ones, which are found by the number in their IDs. */
  private final Map<String, StoredRun> byId = new HashMap<>();

  private int inserted;

  /** Adds runs that are known to be valid and new, in this order. */
  synchronized void addAll(Collection<Run> runs) {
    runs.forEach(run -> insert(new StoredRun(run)));
  }

  /** Puts slim runs, which are known to be new, into their workflow. */
  synchronized void addSlim(int count) {
    RunList list = workflow(SlimRun.APP, SlimRun.WORKFLOW);
    for (int number = 1; number <= count; number++) {
      list.addAt(number - 1, new SlimRun(number));
    }
  }

  synchronized void add(Run run) {
    if (find(run.id()) != null) {
      throw new IllegalArgumentException("There is a run " + run.id() + " already; replace it");
    }
    insert(requireJson(run));
  }

  synchronized boolean replace(Run run) {
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

  synchronized boolean remove(String id) {
    ListedRun run = find(id);
    if (run == null) {
      return false;
    }
    byId.remove(id);
    listOf(run).remove(run);
    return true;
  }

  synchronized void clear() {
    byId.clear();
    apps.values().forEach(workflows -> workflows.values().forEach(RunList::clear));
  }

  synchronized void addWorkflow(String appId, String workflowId) {
    workflow(appId, workflowId);
  }

  synchronized boolean hasApp(String appId) {
    return apps.containsKey(appId);
  }

  synchronized boolean hasWorkflow(String appId, String workflowId) {
    return find(appId, workflowId) != null;
  }

  /** Returns the answer to a request for the runs of an existing workflow. */
  synchronized RunList.Listing list(
      Request.Route route, RunsParameters parameters, PagingBehaviour behaviour) {
    return workflow(route.appId, route.workflowId).list(parameters, behaviour);
  }

  /** Returns the runs of a workflow in order; empty if there is no such workflow. */
  synchronized List<Run> runs(String appId, String workflowId) {
    RunList list = find(appId, workflowId);
    List<Run> runs = new ArrayList<>();
    if (list != null) {
      list.forEach(run -> runs.add(run.run()));
    }
    return Collections.unmodifiableList(runs);
  }

  synchronized Observation observe(String appId, String workflowId) {
    RunList list = find(appId, workflowId);
    if (list == null) {
      throw new IllegalArgumentException(
          "There is no workflow " + workflowId + " in app " + appId + "; add it first");
    }
    Observation observation = new Observation(this, list);
    list.observe(observation);
    return observation;
  }

  /** Changes an existing workflow. */
  synchronized void change(Request.Route route, Mutation mutation, Random random) {
    RunList list = workflow(route.appId, route.workflowId);
    int index = mutation.index(list.size(), random);
    if (mutation.isInsertion()) {
      Run run = newRun(route, list.timeAt(index));
      StoredRun stored = new StoredRun(run);
      byId.put(run.id(), stored);
      list.addAt(index, stored);
    } else if (index >= 0) {
      byId.remove(list.removeAt(index).id());
    }
  }

  private Run newRun(Request.Route route, @Nullable Instant createdAt) {
    String id;
    do {
      id = "run_added_" + ++inserted;
    } while (find(id) != null);
    return new SlimRun(inserted).run(id, route.appId, route.workflowId, createdAt);
  }

  /** Fails here, where the mistake is made, and not when the run is listed. */
  private static StoredRun requireJson(Run run) {
    StoredRun stored = new StoredRun(run);
    try {
      stored.json(true);
      return stored;
    } catch (CortexDataException e) {
      throw new IllegalArgumentException(
          "Run " + run.id() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void insert(StoredRun stored) {
    byId.put(stored.id(), stored);
    listOf(stored).add(stored);
  }

  private @Nullable ListedRun find(String id) {
    StoredRun stored = byId.get(id);
    return stored == null ? findSlim(id) : stored;
  }

  private @Nullable SlimRun findSlim(String id) {
    SlimRun slim = SlimRun.ofId(id);
    if (slim == null) {
      return null;
    }
    RunList list = find(slim.appId(), slim.workflowId());
    return list != null && list.contains(slim) ? slim : null;
  }

  private @Nullable RunList find(String appId, String workflowId) {
    return apps.getOrDefault(appId, Collections.emptyMap()).get(workflowId);
  }

  private RunList listOf(ListedRun run) {
    return workflow(run.appId(), run.workflowId());
  }

  /** Returns the list of a workflow, which is created if necessary. */
  private RunList workflow(String appId, String workflowId) {
    return apps.computeIfAbsent(appId, id -> new HashMap<>())
        .computeIfAbsent(workflowId, id -> new RunList());
  }
}
