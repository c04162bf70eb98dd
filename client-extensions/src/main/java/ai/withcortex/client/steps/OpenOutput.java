package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output whose form depends on the workflow: that of a step of type {@code branch}, {@code code}
 * or {@code service}, and of every other type without a class of its own.
 */
public final class OpenOutput extends JsonView implements TypedOutput {
  private final @Nullable StepType type;

  OpenOutput(JsonValue json, @Nullable StepType type) {
    super(json, type);
    this.type = type;
  }

  @Override
  public @Nullable StepType type() {
    return type;
  }

  /** Returns the members if the output is an object, as that of a branch is; otherwise empty. */
  public Map<String, JsonValue> asMap() {
    return members(json());
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    switch (type == null ? StepType.Known.UNKNOWN : type.known()) {
      case BRANCH:
        return visitor.visitBranch(this);
      case CODE:
        return visitor.visitCode(this);
      case SERVICE:
        return visitor.visitService(this);
      default:
        return visitor.visitUnknown(this);
    }
  }

  /** Returns the type and the size. */
  @Override
  public String toString() {
    return describe("type", type, "json", json());
  }
}
