package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An output whose structure depends on the workflow. This class is used for steps of type {@code
 * branch}, {@code code}, or {@code service}, and for all types that do not have their own class.
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

  /**
   * Returns the members of the output if it is an object, as for a branch. Otherwise, returns an
   * empty map.
   */
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

  /** Returns a string with the type and size. */
  @Override
  public String toString() {
    return describe("type", type, "json", json());
  }
}
