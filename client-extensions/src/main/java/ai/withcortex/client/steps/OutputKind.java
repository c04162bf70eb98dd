package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import org.jspecify.annotations.Nullable;

/** How the output of a step is read. */
enum OutputKind {
  MODEL,
  HTTP,
  WORKFLOW_CALL,
  BRANCH,
  OPEN;

  static OutputKind of(@Nullable StepType type) {
    switch (type == null ? StepType.Known.UNKNOWN : type.known()) {
      case MODEL:
        return MODEL;
      case HTTP_REQUEST:
      case BROWSER:
        return HTTP;
      case WORKFLOW:
        return WORKFLOW_CALL;
      case BRANCH:
        return BRANCH;
      default:
        return OPEN;
    }
  }

  /** Whether a single output is an object, so that an array comes from a loop. */
  boolean isObject() {
    return this != OPEN;
  }

  TypedOutput read(JsonValue json, @Nullable StepType type) {
    switch (this) {
      case MODEL:
        return new ModelOutput(json);
      case HTTP:
        return new HttpOutput(json, StepType.BROWSER.equals(type));
      case WORKFLOW_CALL:
        return new WorkflowCallOutput(json);
      default:
        return new OpenOutput(json, type);
    }
  }
}
