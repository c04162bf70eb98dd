package ai.withcortex.testing.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of runs, by app and workflow. Not thread-safe. */
final class RunLists {
  private final Map<String, Map<String, RunList>> apps = new HashMap<>();

  boolean hasApp(String appId) {
    return apps.containsKey(appId);
  }

  /** Returns the workflows of an app in the order in which they were added. */
  List<String> workflowIds(String appId) {
    return new ArrayList<>(apps.getOrDefault(appId, Collections.emptyMap()).keySet());
  }

  @Nullable RunList find(String appId, String workflowId) {
    return apps.getOrDefault(appId, Collections.emptyMap()).get(workflowId);
  }

  RunList of(ListedRun run) {
    return of(run.appId(), run.workflowId());
  }

  /** Returns the list of a workflow, creating the list if necessary. */
  RunList of(String appId, String workflowId) {
    return apps.computeIfAbsent(appId, id -> new LinkedHashMap<>())
        .computeIfAbsent(workflowId, id -> new RunList());
  }

  /** Removes all runs but keeps the lists. */
  void clear() {
    apps.values().forEach(workflows -> workflows.values().forEach(RunList::clear));
  }
}
