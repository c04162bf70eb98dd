// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The {@code Cat} schema of the spec. */
@Value.Immutable
public abstract class Cat implements Pet {
  Cat() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code k&x'<y>=}. */
  @Override
  public final String kXY() {
    return "cat&'<>";
  }

  /**
   * The JSON property {@code name}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String name();

  /**
   * Returns the properties that the accessors do not expose, exactly as they were received:
   * properties that the spec does not list, and optional properties that are null or have an
   * unexpected type.
   */
  @Override
  public abstract Map<String, JsonValue> additionalProperties();

  /** Returns a builder that has the properties of this object. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  public final <R> R accept(Pet.Visitor<R> visitor) {
    return visitor.visitCat(this);
  }

  /**
   * Returns a string that shows IDs, enums, numbers and times, but only the size of everything
   * else.
   */
  @Override
  public final String toString() {
    return ModelText.of("Cat")
        .add("kXY", kXY())
        .add("name", name())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Cat}. Not thread-safe. */
  public static final class Builder extends ImmutableCat.Builder {
    Builder() {}
  }
}
