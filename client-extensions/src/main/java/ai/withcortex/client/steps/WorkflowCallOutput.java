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
 * <p>A missing property, or one of an unexpected kind, is null or empty; {@link #json()} has
 * everything.
 */
public final class WorkflowCallOutput extends JsonView implements TypedOutput {
  WorkflowCallOutput(JsonValue json) {
    super(json);
  }

  @Override
  public StepType type() {
    return StepType.WORKFLOW;
  }

  /** Returns the ID of the started run. */
  public @Nullable String runId() {
    return string("run_id");
  }

  /** Returns the ID of the app that the step belongs to. */
  public @Nullable String appId() {
    return string("app_id");
  }

  /** Returns the ID of the called workflow. */
  public @Nullable String workflowId() {
    return string("workflow_id");
  }

  /** Returns the ID of the app that the called workflow belongs to. */
  public @Nullable String workflowAppId() {
    return string("workflow_app_id");
  }

  /** Returns the status of the started run. */
  public @Nullable RunStatus status() {
    return string("status", RunStatus::of);
  }

  public @Nullable RunOrigin origin() {
    return string("origin", RunOrigin::of);
  }

  /** Returns the error message; null if there was no error. */
  public @Nullable String error() {
    return string("error");
  }

  /** Returns the credits of the run; also null if the API sent something else than a usage. */
  public @Nullable Usage usage() {
    return LenientModels.read(Usage.class, value("usage"));
  }

  /** Returns the result of the run, any JSON value. */
  public @Nullable JsonValue result() {
    return value("result");
  }

  /** Returns the step outputs of the called run; empty if the API did not send them. */
  public StepOutputs output() {
    return StepOutputs.ofCalledRun(valueOrNull("output"));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitWorkflowCall(this);
  }

  /** Returns IDs, the status and sizes, but no content of results. */
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
