package ai.withcortex.testing;

import ai.withcortex.core.CortexDataException;
import ai.withcortex.model.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The runs by app and workflow. Safe for use by several threads. */
final class RunStore {
  private final Map<String, Map<String, NavigableSet<StoredRun>>> apps = new HashMap<>();
  private final Map<String, StoredRun> byId = new HashMap<>();
  private long added;

  /** Adds runs that are known to be valid and new, in this order. */
  synchronized void addAll(Collection<Run> runs) {
    runs.forEach(run -> insert(new StoredRun(run, added++)));
  }

  synchronized void add(Run run) {
    if (byId.containsKey(run.id())) {
      throw new IllegalArgumentException("There is a run " + run.id() + " already; replace it");
    }
    StoredRun stored = new StoredRun(run, added++);
    requireJson(stored);
    insert(stored);
  }

  synchronized boolean replace(Run run) {
    StoredRun old = byId.get(run.id());
    if (old == null) {
      return false;
    }
    StoredRun stored = new StoredRun(run, old.sequence());
    requireJson(stored);
    withdraw(old);
    insert(stored);
    return true;
  }

  synchronized boolean remove(String id) {
    StoredRun stored = byId.remove(id);
    if (stored != null) {
      withdraw(stored);
    }
    return stored != null;
  }

  synchronized void clear() {
    byId.clear();
    apps.values().forEach(workflows -> workflows.values().forEach(Collection::clear));
  }

  synchronized void addWorkflow(String appId, String workflowId) {
    workflow(appId, workflowId);
  }

  synchronized boolean hasApp(String appId) {
    return apps.containsKey(appId);
  }

  /** The runs of a workflow in order; null if there is no such workflow. */
  synchronized @Nullable List<StoredRun> list(String appId, String workflowId) {
    NavigableSet<StoredRun> runs = apps.getOrDefault(appId, Collections.emptyMap()).get(workflowId);
    return runs == null ? null : new ArrayList<>(runs);
  }

  /** The runs of a workflow in order; none if there is no such workflow. */
  List<Run> runs(String appId, String workflowId) {
    List<StoredRun> stored = list(appId, workflowId);
    return stored == null
        ? Collections.emptyList()
        : Collections.unmodifiableList(
            stored.stream().map(StoredRun::run).collect(Collectors.toList()));
  }

  /** Fails now, where the mistake is made, rather than when the run is listed. */
  private static void requireJson(StoredRun stored) {
    try {
      stored.json(true);
    } catch (CortexDataException e) {
      throw new IllegalArgumentException(
          "Run " + stored.run().id() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private void insert(StoredRun stored) {
    byId.put(stored.run().id(), stored);
    workflow(stored.run().appId(), stored.run().workflowId()).add(stored);
  }

  private void withdraw(StoredRun stored) {
    workflow(stored.run().appId(), stored.run().workflowId()).remove(stored);
  }

  private NavigableSet<StoredRun> workflow(String appId, String workflowId) {
    return apps.computeIfAbsent(appId, id -> new HashMap<>())
        .computeIfAbsent(workflowId, id -> new TreeSet<>(StoredRun.NEWEST_FIRST));
  }
}
