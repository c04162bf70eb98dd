package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a model may call. In JSON, a tool is either just a name or an object with {@code
 * name}, {@code description}, and {@code input}. Accessors return null or an empty value for
 * properties that are missing or have an unexpected type.
 */
public final class ModelTool extends JsonView {
  ModelTool(JsonValue json) {
    super(json);
  }

  /** Returns the name, such as the key of a step. */
  public @Nullable String name() {
    return json().kind() == JsonValue.Kind.STRING ? json().asString() : string("name");
  }

  /** Returns the description of the tool, which the model reads. */
  public @Nullable String description() {
    return string("description");
  }

  /** Returns the definitions of the tool's arguments. */
  public InputFields input() {
    return InputFields.of(valueOrNull("input"));
  }

  /** Returns a string that contains only the size. */
  @Override
  public String toString() {
    return describe("json", json());
  }
}
