// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.UnionType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One shape of a drawing. */
public interface Shape {
  /** The kinds by label. */
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

  /** Properties that have no accessor or no value that fits it, as they came. */
  Map<String, JsonValue> additionalProperties();

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /**
   * Does something different for each kind of {@link Shape}. A method that is not overridden calls
   * {@link #visitUnknown}, and so do kinds that a later version adds.
   */
  interface Visitor<R> {
    /** Visits the kind {@code circle}. */
    default R visitCircle(Circle value) {
      return visitUnknown(value);
    }

    /** Visits the kind {@code straight-line}. */
    default R visitLine(Line value) {
      return visitUnknown(value);
    }

    /** Visits every kind that has no method of its own, {@link UnknownShape} among them. */
    R visitUnknown(Shape value);
  }
}
