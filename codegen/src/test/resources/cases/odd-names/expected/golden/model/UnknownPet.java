// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A {@code Pet} variant that is unknown to this version.
 *
 * <p>Created only when JSON is read. It has the properties that all variants share, and the exact
 * JSON.
 */
@Value.Immutable
public abstract class UnknownPet implements Pet {
  UnknownPet() {}

  /** The JSON property {@code k&x'<y>=}. */
  @Override
  public abstract String kXY();

  /** Returns the whole object, exactly as it was read. */
  public abstract JsonValue json();

  @Override
  public abstract Map<String, JsonValue> additionalProperties();

  @Override
  public final <R> R accept(Pet.Visitor<R> visitor) {
    return visitor.visitUnknown(this);
  }

  /**
   * Returns a string that shows IDs, enums, numbers and times, but only the size of everything
   * else.
   */
  @Override
  public final String toString() {
    return ModelText.of("UnknownPet")
        .add("kXY", kXY())
        .add("json", json())
        .additional(additionalProperties())
        .toString();
  }

  static final class Builder extends ImmutableUnknownPet.Builder {}
}
