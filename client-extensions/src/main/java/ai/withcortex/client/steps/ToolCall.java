package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A tool call requested by a model. Accessors return null for properties that are missing or have
 * an unexpected type.
 */
public final class ToolCall extends JsonView {
  ToolCall(JsonValue json) {
    super(json);
  }

  /** Returns the ID of the call. Its {@link ToolResult} has the same ID. */
  public @Nullable String id() {
    return string("id");
  }

  /** Returns the name of the tool, such as the key of a step. */
  public @Nullable String name() {
    return string("name");
  }

  /** Returns the arguments, which can be an object, a string, or any other JSON value. */
  public @Nullable JsonValue input() {
    return value("input");
  }

  /** Returns a string with the ID and size. */
  @Override
  public String toString() {
    return describe("id", id(), "input", input());
  }
}
