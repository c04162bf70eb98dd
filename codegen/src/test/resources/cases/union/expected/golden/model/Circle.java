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

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code kind}. */
  @Override
  public final ShapeKind kind() {
    return ShapeKind.of("circle");
  }

  /** Unique in the drawing. */
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
   * Returns the properties without an accessor, or with a value that does not fit it, as they were
   * received: those that the spec does not list, and optional ones that are null or have an
   * unexpected type.
   */
  @Override
  public abstract Map<String, JsonValue> additionalProperties();

  /** Returns a builder with the properties of this value. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  public final <R> R accept(Shape.Visitor<R> visitor) {
    return visitor.visitCircle(this);
  }

  /** Shows IDs, enums, numbers and times, and only the size of everything else. */
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

  /** Builds a {@link Circle}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableCircle.Builder {
    Builder() {}
  }
}
