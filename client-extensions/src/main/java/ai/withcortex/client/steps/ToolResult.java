package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The result of a tool call. A missing property, or one of an unexpected kind, is null. */
public final class ToolResult extends JsonView {
  ToolResult(JsonValue json) {
    super(json);
  }

  /** Returns the ID of the {@link ToolCall} that this answers. */
  public @Nullable String id() {
    return string("id");
  }

  /** Returns the name of the tool. */
  public @Nullable String name() {
    return string("name");
  }

  /** Returns the output: an object, a string or any other JSON value. */
  public @Nullable JsonValue output() {
    return value("output");
  }

  /** Returns the ID and sizes. */
  @Override
  public String toString() {
    return describe("id", id(), "output", output());
  }
}
