package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What a tool gave back to a model; what is missing or of another kind is null. */
public final class ToolResult extends JsonView {
  ToolResult(JsonValue json) {
    super(json);
  }

  /** The ID of the {@link ToolCall} that this answers. */
  public @Nullable String id() {
    return string("id");
  }

  /** The name of the tool. */
  public @Nullable String name() {
    return string("name");
  }

  /** What came out: an object, a string or any other JSON value. */
  public @Nullable JsonValue output() {
    return value("output");
  }

  /** Shows the ID and sizes. */
  @Override
  public String toString() {
    return describe("id", id(), "output", output());
  }
}
