package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of a step of type {@code model}: the response of a language model.
 *
 * <p>Accessors return null or an empty list for properties that are missing or have an unexpected
 * type. {@link #json()} returns the complete JSON.
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

  /** Returns the name of the model that generated the response. */
  public @Nullable String model() {
    return string("model");
  }

  /**
   * Returns the model's message: a string, an object if the step asks for JSON, or any other JSON
   * value. Null if there is no message, for example because the model refused or only called tools.
   */
  public @Nullable JsonValue message() {
    return value("message");
  }

  /** Returns the model's message if it is a string, or null otherwise. */
  public @Nullable String text() {
    return string("message");
  }

  /** Returns the tool calls made by the model, in order. */
  public List<ToolCall> toolCalls() {
    return list("tool_calls", ToolCall::new);
  }

  /** Returns the results of the tool calls. Each result has the same ID as its call. */
  public List<ToolResult> toolResults() {
    return list("tool_results", ToolResult::new);
  }

  /** Returns the model's explanation of a refusal, or null if it did not refuse. */
  public @Nullable String refusal() {
    return string("refusal");
  }

  /** Returns the number of the loop iteration, as counted by the API. */
  public @Nullable Integer index() {
    return integer("index");
  }

  /** Returns the number of the tool call that this output belongs to, as counted by the API. */
  public @Nullable Integer toolIndex() {
    return integer("tool_index");
  }

  /** Returns the provider's original response, in the provider's own format. */
  public @Nullable JsonValue raw() {
    return value("raw");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitModel(this);
  }

  /** Returns a string with counts and sizes, but none of the response content. */
  @Override
  public String toString() {
    return describe(
        "index", index(),
        "message", message(),
        "toolCalls", toolCalls().size(),
        "toolResults", toolResults().size());
  }
}
