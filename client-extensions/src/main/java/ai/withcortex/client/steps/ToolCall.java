package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A tool call that a model requests. A missing property, or one of an unexpected kind, is null. */
public final class ToolCall extends JsonView {
  ToolCall(JsonValue json) {
    super(json);
  }

  /** Returns the ID of the call; the {@link ToolResult} has the same ID. */
  public @Nullable String id() {
    return string("id");
  }

  /** Returns the name of the tool, such as the key of a step. */
  public @Nullable String name() {
    return string("name");
  }

  /** Returns the arguments: an object, a string or any other JSON value. */
  public @Nullable JsonValue input() {
    return value("input");
  }

  /** Returns the ID and sizes. */
  @Override
  public String toString() {
    return describe("id", id(), "input", input());
  }
}
