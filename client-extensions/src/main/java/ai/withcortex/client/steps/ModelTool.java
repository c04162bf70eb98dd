package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a model may call: in JSON its name alone, or an object with {@code name}, {@code
 * description} and {@code input}. What is missing or of another kind is null or empty.
 */
public final class ModelTool extends JsonView {
  ModelTool(JsonValue json) {
    super(json);
  }

  /** The name, such as the key of a step. */
  public @Nullable String name() {
    return json().kind() == JsonValue.Kind.STRING ? json().asString() : string("name");
  }

  /** What the tool does, in words for the model. */
  public @Nullable String description() {
    return string("description");
  }

  /** What the tool is called with, in the form of an input definition. */
  public InputFields input() {
    return InputFields.of(valueOrNull("input"));
  }

  /** Shows sizes. */
  @Override
  public String toString() {
    return describe("json", json());
  }
}
