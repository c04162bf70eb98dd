package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a model may call: in JSON just its name, or an object with {@code name}, {@code
 * description} and {@code input}. A missing property, or one of an unexpected kind, is null or
 * empty.
 */
public final class ModelTool extends JsonView {
  ModelTool(JsonValue json) {
    super(json);
  }

  /** Returns the name, such as the key of a step. */
  public @Nullable String name() {
    return json().kind() == JsonValue.Kind.STRING ? json().asString() : string("name");
  }

  /** Returns the description that the model reads. */
  public @Nullable String description() {
    return string("description");
  }

  /** Returns the arguments of the tool, in the form of an input definition. */
  public InputFields input() {
    return InputFields.of(valueOrNull("input"));
  }

  /** Returns a text with sizes only. */
  @Override
  public String toString() {
    return describe("json", json());
  }
}
