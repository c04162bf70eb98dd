package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A tool that a model wants to be called; what is missing or of another kind is null. */
public final class ToolCall extends JsonView {
  ToolCall(JsonValue json) {
    super(json);
  }

  /** Identifies the call; the {@link ToolResult} has the same. */
  public @Nullable String id() {
    return string("id");
  }

  /** The name of the tool, such as the key of a step. */
  public @Nullable String name() {
    return string("name");
  }

  /** What the tool is called with: an object, a string or any other JSON value. */
  public @Nullable JsonValue input() {
    return value("input");
  }

  /** Shows the ID and sizes. */
  @Override
  public String toString() {
    return describe("id", id(), "input", input());
  }
}
