package ai.withcortex.testing.store;

import ai.withcortex.model.Run;
import ai.withcortex.model.StepType;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run carries out: a saved version of a workflow or its draft. Immutable. */
public final class RunDefinition {
  private final @Nullable WorkflowVersion version;
  private final @Nullable WorkflowVersionDraft draft;
  private final List<WorkflowStep> steps;

  private RunDefinition(
      @Nullable WorkflowVersion version,
      @Nullable WorkflowVersionDraft draft,
      List<WorkflowStep> all) {
    this.version = version;
    this.draft = draft;
    this.steps =
        all.stream()
            .filter(step -> !step.type().equals(StepType.NOTE))
            .collect(Collectors.toList());
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

  /** Returns the steps that a run carries out, which are all but notes. */
  public List<WorkflowStep> steps() {
    return steps;
  }

  /** Returns the steps from the one with a key on; empty if there is none. */
  public List<WorkflowStep> stepsFrom(String key) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).key().equals(key)) {
        return steps.subList(i, steps.size());
      }
    }
    return steps.subList(0, 0);
  }

  /** Sets the definition of a run. */
  public Run.Builder putInto(Run.Builder run) {
    return run.workflowVersion(version)
        .workflowVersionDraft(draft)
        .version(version == null ? null : version.version());
  }
}
