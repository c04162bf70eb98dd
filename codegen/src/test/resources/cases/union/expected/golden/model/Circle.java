// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.math.BigDecimal;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A circle. */
@Value.Immutable
public abstract class Circle implements Shape {
  Circle() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code kind}. */
  @Override
  public final ShapeKind kind() {
    return ShapeKind.of("circle");
  }

  /** Unique within the drawing. */
  @Override
  public abstract String id();

  /**
   * The JSON property {@code color}.
   *
   * <p>Null if absent.
   */
  @Override
  public abstract @Nullable String color();

  /** The JSON property {@code radius}. */
  public abstract BigDecimal radius();

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
  public final <R> R accept(Shape.Visitor<R> visitor) {
    return visitor.visitCircle(this);
  }

  /**
   * Returns a string that shows IDs, enums, numbers and times, but only the size of everything
   * else.
   */
  @Override
  public final String toString() {
    return ModelText.of("Circle")
        .add("kind", kind())
        .identity("id", id())
        .add("color", color())
        .add("radius", radius())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Circle}. Not thread-safe. */
  public static final class Builder extends ImmutableCircle.Builder {
    Builder() {}
  }
}
