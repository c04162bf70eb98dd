// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** A line. */
@Value.Immutable
public abstract class Line implements Shape {
  Line() {}

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code kind}. */
  @Override
  public final ShapeKind kind() {
    return ShapeKind.of("straight-line");
  }

  /** Unique in the drawing. */
  @Override
  public abstract String id();

  /** The JSON property {@code color}. */
  @Override
  public abstract String color();

  /** The JSON property {@code to}. */
  public abstract List<BigDecimal> to();

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
    return visitor.visitLine(this);
  }

  /** Shows IDs, enums, numbers and times, and only the size of everything else. */
  @Override
  public final String toString() {
    return ModelText.of("Line")
        .add("kind", kind())
        .identity("id", id())
        .add("color", color())
        .add("to", to())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Line}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableLine.Builder {
    Builder() {}
  }
}
