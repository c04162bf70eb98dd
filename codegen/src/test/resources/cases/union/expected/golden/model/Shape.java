// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.UnionType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One shape of a drawing. */
public interface Shape {
  /** The variants by label. */
  UnionType<Shape> UNION =
      UnionType.of("Shape", Shape.class, "kind")
          .variant("circle", Circle.class)
          .variant("straight-line", Line.class)
          .unknown(UnknownShape.class);

  /** The JSON property {@code kind}. */
  ShapeKind kind();

  /** Unique in the drawing. */
  String id();

  /**
   * The JSON property {@code color}.
   *
   * <p>Null if absent.
   */
  @Nullable String color();

  /**
   * Returns the properties without an accessor, or with a value that does not fit it, as they were
   * received.
   */
  Map<String, JsonValue> additionalProperties();

  /** Calls the visitor's method for this variant. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Handles each variant of {@link Shape} in its own method. A method that is not overridden calls
   * {@link #visitUnknown}, and so do variants that a later version adds.
   */
  interface Visitor<R> {
    /** Visits the variant {@code circle}. */
    default R visitCircle(Circle value) {
      return visitUnknown(value);
    }

    /** Visits the variant {@code straight-line}. */
    default R visitLine(Line value) {
      return visitUnknown(value);
    }

    /** Visits every variant without a method of its own, including {@link UnknownShape}. */
    R visitUnknown(Shape value);
  }
}
