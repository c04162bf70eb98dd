package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The run of another workflow: the output of a step of type {@code workflow}.
 *
 * <p>A property that is missing or of another kind is null or empty; {@link #json()} has it all.
 */
public final class WorkflowCallOutput extends JsonView implements TypedOutput {
  WorkflowCallOutput(JsonValue json) {
    super(json);
  }

  @Override
  public StepType type() {
    return StepType.WORKFLOW;
  }

  /** The ID of the run that was started. */
  public @Nullable String runId() {
    return string("run_id");
  }

  /** The ID of the app that the step belongs to. */
  public @Nullable String appId() {
    return string("app_id");
  }

  /** The ID of the workflow that was called. */
  public @Nullable String workflowId() {
    return string("workflow_id");
  }

  /** The ID of the app that this workflow belongs to. */
  public @Nullable String workflowAppId() {
    return string("workflow_app_id");
  }

  /** The status of the run that was started. */
  public @Nullable RunStatus status() {
    return string("status", RunStatus::of);
  }

  public @Nullable RunOrigin origin() {
    return string("origin", RunOrigin::of);
  }

  /** What went wrong, in words; null if nothing did. */
  public @Nullable String error() {
    return string("error");
  }

  /** The credits of the run; null also if what the API sent is not in the form of a usage. */
  public @Nullable Usage usage() {
    return LenientModels.read(Usage.class, value("usage"));
  }

  /** The result of the run, any JSON value. */
  public @Nullable JsonValue result() {
    return value("result");
  }

  /** What the steps of the run left; nothing if the API did not send that. */
  public StepOutputs output() {
    return StepOutputs.ofCalledRun(valueOrNull("output"));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitWorkflowCall(this);
  }

  /** Shows IDs, the status and sizes, but nothing of what came out. */
  @Override
  public String toString() {
    return describe(
        "runId", runId(),
        "workflowId", workflowId(),
        "status", status(),
        "error", value("error"),
        "result", result(),
        "output", output().size());
  }
}
