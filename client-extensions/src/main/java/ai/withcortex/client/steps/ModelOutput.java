package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a language model: the output of a step of type {@code model}.
 *
 * <p>A missing property, or one of an unexpected kind, is null or empty; {@link #json()} has
 * everything.
 */
public final class ModelOutput extends JsonView implements TypedOutput {
  ModelOutput(JsonValue json) {
    super(json);
  }

  @Override
  public StepType type() {
    return StepType.MODEL;
  }

  /** Returns the name of the provider, such as {@code openai}. */
  public @Nullable String provider() {
    return string("provider");
  }

  /** Returns the name of the model that answered. */
  public @Nullable String model() {
    return string("model");
  }

  /**
   * Returns the answer: a string, an object if the step asks for JSON, or any other JSON value.
   * Null if there is none, for example because the model refused or only called tools.
   */
  public @Nullable JsonValue message() {
    return value("message");
  }

  /** Returns the answer if it is a string, else null. */
  public @Nullable String text() {
    return string("message");
  }

  /** Returns the tools that the model called, in order. */
  public List<ToolCall> toolCalls() {
    return list("tool_calls", ToolCall::new);
  }

  /** Returns the results of these tools; the IDs match results to calls. */
  public List<ToolResult> toolResults() {
    return list("tool_results", ToolResult::new);
  }

  /** Returns the model's explanation of a refusal; null if it did not refuse. */
  public @Nullable String refusal() {
    return string("refusal");
  }

  /** Returns which turn of a loop this is, as counted by the API. */
  public @Nullable Integer index() {
    return integer("index");
  }

  /** Returns which tool call this belongs to, as counted by the API. */
  public @Nullable Integer toolIndex() {
    return integer("tool_index");
  }

  /** Returns the provider's original answer, in the provider's own format. */
  public @Nullable JsonValue raw() {
    return value("raw");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitModel(this);
  }

  /** Returns counts and sizes, but no content of the answer. */
  @Override
  public String toString() {
    return describe(
        "index", index(),
        "message", message(),
        "toolCalls", toolCalls().size(),
        "toolResults", toolResults().size());
  }
}
