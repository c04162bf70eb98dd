// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.UnionType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One shape of a drawing. */
public interface Shape {
  /** The variants of this union, by label. */
  UnionType<Shape> UNION =
      UnionType.of("Shape", Shape.class, "kind")
          .variant("circle", Circle.class)
          .variant("straight-line", Line.class)
          .unknown(UnknownShape.class);

  /** The JSON property {@code kind}. */
  ShapeKind kind();

  /** Unique within the drawing. */
  String id();

  /**
   * The JSON property {@code color}.
   *
   * <p>Null if absent.
   */
  @Nullable String color();

  /** Returns the properties that the accessors do not expose, exactly as they were received. */
  Map<String, JsonValue> additionalProperties();

  /** Calls the visitor's method for this variant. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Handles each variant of {@link Shape} in its own method. Methods that are not overridden call
   * {@link #visitUnknown}, as do the methods for variants added in later versions.
   */
  interface Visitor<R> {
    /** Visits a {@code circle} variant. */
    default R visitCircle(Circle value) {
      return visitUnknown(value);
    }

    /** Visits a {@code straight-line} variant. */
    default R visitLine(Line value) {
      return visitUnknown(value);
    }

    /** Visits every variant that no other method handles, including {@link UnknownShape}. */
    R visitUnknown(Shape value);
  }
}
