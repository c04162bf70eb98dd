package ai.withcortex.testing.store;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores the definitions of workflows and their saved versions. A workflow that is not defined has
 * no steps and no versions. Safe for use by multiple threads.
 */
public final class WorkflowCatalog {
  private static final String DRAFT = "draft";
  private static final String LATEST = "latest";
  private static final Comparator<WorkflowVersion> NEWEST_FIRST =
      Comparator.comparing(
          WorkflowVersion::version, Comparator.nullsLast(Comparator.<Long>reverseOrder()));

  /** The definitions, by app and workflow. */
  private final Map<List<String>, Workflow> workflows = new HashMap<>();

  /** The versions, newest first, by app and workflow. */
  private final Map<List<String>, List<WorkflowVersion>> versions = new HashMap<>();

  /** Defines a workflow, in place of the one with the same ID; its versions remain. */
  public synchronized void add(String appId, Workflow workflow) {
    workflows.put(key(appId, workflow.id()), workflow);
  }

  /** Adds a version, in place of the one with the same ID. */
  public synchronized void addVersion(String appId, String workflowId, WorkflowVersion version) {
    List<WorkflowVersion> all =
        versions.computeIfAbsent(key(appId, workflowId), key -> new ArrayList<>());
    all.removeIf(other -> other.id().equals(version.id()));
    all.add(0, version);
    all.sort(NEWEST_FIRST);
  }

  /** Returns the definition of a workflow, whose version is the newest one. */
  public synchronized Workflow workflow(String appId, String workflowId) {
    Workflow workflow = workflows.get(key(appId, workflowId));
    return workflow == null
        ? Workflow.builder().id(workflowId).name(workflowId).steps(Collections.emptyList()).build()
        : workflow;
  }

  /** Returns the versions of a workflow, newest first. */
  public synchronized List<WorkflowVersion> versions(String appId, String workflowId) {
    return new ArrayList<>(versions.getOrDefault(key(appId, workflowId), Collections.emptyList()));
  }

  /** Returns the version with an ID or else a number, or null if there is none. */
  public @Nullable WorkflowVersion version(String appId, String workflowId, String idOrNumber) {
    List<WorkflowVersion> all = versions(appId, workflowId);
    for (WorkflowVersion version : all) {
      if (version.id().equals(idOrNumber)) {
        return version;
      }
    }
    for (WorkflowVersion version : all) {
      if (idOrNumber.equals(String.valueOf(version.version()))) {
        return version;
      }
    }
    return null;
  }

  /**
   * Returns the definition for a run, or null if there is no such version.
   *
   * @param asked a string or a number; null for the newest version or, if there is none, the draft
   */
  public @Nullable RunDefinition definition(
      String appId, String workflowId, @Nullable JsonValue asked) {
    List<WorkflowVersion> all = versions(appId, workflowId);
    String name = asked == null ? LATEST : text(asked);
    boolean isDraft = name.equals(DRAFT) || (asked == null && all.isEmpty());
    if (isDraft) {
      return RunDefinition.ofDraft(workflow(appId, workflowId));
    }
    if (name.equals(LATEST)) {
      return all.isEmpty() ? null : RunDefinition.of(all.get(0));
    }
    WorkflowVersion version = version(appId, workflowId, name);
    return version == null ? null : RunDefinition.of(version);
  }

  private static String text(JsonValue asked) {
    return asked.kind() == JsonValue.Kind.STRING ? asked.asString() : asked.json();
  }

  private static List<String> key(String appId, String workflowId) {
    return Arrays.asList(appId, workflowId);
  }
}
