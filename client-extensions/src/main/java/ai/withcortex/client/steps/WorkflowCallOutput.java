package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.model.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The output of a step of type {@code workflow}: a run of the called workflow.
 *
 * <p>Accessors return null or an empty value for properties that are missing or have an unexpected
 * type. {@link #json()} returns the complete JSON.
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

  /** Returns the error message, or null if there was no error. */
  public @Nullable String error() {
    return string("error");
  }

  /**
   * Returns the credits used by the run. Also null if the API sent something other than a usage
   * object.
   */
  public @Nullable Usage usage() {
    return LenientModels.read(Usage.class, value("usage"));
  }

  /** Returns the result of the run, which can be any JSON value. */
  public @Nullable JsonValue result() {
    return value("result");
  }

  /** Returns the step outputs of the called run. Empty if the API did not send them. */
  public StepOutputs output() {
    return StepOutputs.ofCalledRun(valueOrNull("output"));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitWorkflowCall(this);
  }

  /** Returns a string with the IDs, status, and sizes, but none of the result content. */
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
