package ai.withcortex.testing.store;

import ai.withcortex.model.Run;
import ai.withcortex.model.StepType;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run carries out: a saved version of a workflow or its draft. Immutable. */
public final class RunDefinition {
  private final @Nullable WorkflowVersion version;
  private final @Nullable WorkflowVersionDraft draft;
  private final Map<String, StepType> steps = new LinkedHashMap<>();

  private RunDefinition(
      @Nullable WorkflowVersion version,
      @Nullable WorkflowVersionDraft draft,
      List<WorkflowStep> all) {
    this.version = version;
    this.draft = draft;
    for (WorkflowStep step : all) {
      if (!step.type().equals(StepType.NOTE)) {
        steps.put(step.key(), step.type());
      }
    }
  }

  static RunDefinition of(WorkflowVersion version) {
    return new RunDefinition(version, null, version.steps());
  }

  /** Returns the draft of a workflow, which is its current definition. */
  static RunDefinition ofDraft(Workflow workflow) {
    return of(
        WorkflowVersionDraft.builder()
            .key(workflow.key())
            .input(workflow.input())
            .inputDefault(workflow.inputDefault())
            .inputOptions(workflow.inputOptions())
            .steps(workflow.steps())
            .build());
  }

  private static RunDefinition of(WorkflowVersionDraft draft) {
    return new RunDefinition(null, draft, draft.steps());
  }

  /** Returns the definition that a run used, or null if it is not known. */
  public static @Nullable RunDefinition of(Run run) {
    WorkflowVersion version = run.workflowVersion();
    WorkflowVersionDraft draft = run.workflowVersionDraft();
    if (version != null) {
      return of(version);
    }
    return draft == null ? null : of(draft);
  }

  /**
   * Returns the steps that a run carries out, which are all but notes, by key.
   *
   * @param first the key of the first step; null for all steps
   * @return an empty map if there is no such step
   */
  public Map<String, StepType> steps(@Nullable String first) {
    return from(first, steps);
  }

  /** Returns the steps from one on, or an empty map if it is not among them. */
  static Map<String, StepType> from(@Nullable String first, Map<String, StepType> steps) {
    Map<String, StepType> rest = new LinkedHashMap<>();
    steps.forEach(
        (key, type) -> {
          if (first == null || key.equals(first) || !rest.isEmpty()) {
            rest.put(key, type);
          }
        });
    return rest;
  }

  /** Sets the definition of a run. */
  public Run.Builder putInto(Run.Builder run) {
    return run.workflowVersion(version)
        .workflowVersionDraft(draft)
        .version(version == null ? null : version.version());
  }
}
