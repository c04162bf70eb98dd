package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The result of a tool call. Accessors return null for properties that are missing or have an
 * unexpected type.
 */
public final class ToolResult extends JsonView {
  ToolResult(JsonValue json) {
    super(json);
  }

  /** Returns the ID of the corresponding {@link ToolCall}. */
  public @Nullable String id() {
    return string("id");
  }

  /** Returns the name of the tool. */
  public @Nullable String name() {
    return string("name");
  }

  /** Returns the output, which can be an object, a string, or any other JSON value. */
  public @Nullable JsonValue output() {
    return value("output");
  }

  /** Returns a string with the ID and size. */
  @Override
  public String toString() {
    return describe("id", id(), "output", output());
  }
}
