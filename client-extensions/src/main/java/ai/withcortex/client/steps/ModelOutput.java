package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a language model answered: the output of a step of type {@code model}.
 *
 * <p>A property that is missing or of another kind is null or empty; {@link #json()} has it all.
 */
public final class ModelOutput extends JsonView implements TypedOutput {
  ModelOutput(JsonValue json) {
    super(json);
  }

  @Override
  public StepType type() {
    return StepType.MODEL;
  }

  /** The name of the provider, such as {@code openai}. */
  public @Nullable String provider() {
    return string("provider");
  }

  /** The name of the model that answered. */
  public @Nullable String model() {
    return string("model");
  }

  /**
   * The answer: a string, an object if the step asks for JSON, or any other JSON value. Null if
   * there is none, for example because the model refused or only called tools.
   */
  public @Nullable JsonValue message() {
    return value("message");
  }

  /** The characters of the answer if it is a string, else null. */
  public @Nullable String text() {
    return string("message");
  }

  /** The tools that the model called, in its order. */
  public List<ToolCall> toolCalls() {
    return list("tool_calls", ToolCall::new);
  }

  /** What these tools returned; the IDs tell which result belongs to which call. */
  public List<ToolResult> toolResults() {
    return list("tool_results", ToolResult::new);
  }

  /** Why the model refused, in its words; null if it did not. */
  public @Nullable String refusal() {
    return string("refusal");
  }

  /** Which turn of a loop this is, counted by the API. */
  public @Nullable Integer index() {
    return integer("index");
  }

  /** Which call of a tool this is a part of, counted by the API. */
  public @Nullable Integer toolIndex() {
    return integer("tool_index");
  }

  /** What the provider sent, in its own form. */
  public @Nullable JsonValue raw() {
    return value("raw");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitModel(this);
  }

  /** Shows counts and sizes, but nothing of the answer. */
  @Override
  public String toString() {
    return describe(
        "index", index(),
        "message", message(),
        "toolCalls", toolCalls().size(),
        "toolResults", toolResults().size());
  }
}
