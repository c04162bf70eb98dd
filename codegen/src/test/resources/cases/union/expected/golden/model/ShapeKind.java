// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnum;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code ShapeKind} schema of the spec. */
public final class ShapeKind implements OpenEnum {
  /** {@code "circle"}. */
  public static final ShapeKind CIRCLE = new ShapeKind("circle", Known.CIRCLE);

  /** {@code "straight-line"}. */
  public static final ShapeKind STRAIGHT_LINE = new ShapeKind("straight-line", Known.STRAIGHT_LINE);

  private final String value;
  private final Known known;

  private ShapeKind(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the constant for the given value, or an instance that keeps the value if it has no
   * constant.
   */
  public static ShapeKind of(String value) {
    switch (Objects.requireNonNull(value, "value == null")) {
      case "circle":
        return CIRCLE;
      case "straight-line":
        return STRAIGHT_LINE;
      default:
        return new ShapeKind(value, Known.UNKNOWN);
    }
  }

  /** Returns all constants in the order in which the spec lists them. */
  public static List<ShapeKind> knownValues() {
    return Collections.unmodifiableList(Arrays.asList(CIRCLE, STRAIGHT_LINE));
  }

  @Override
  public String value() {
    return value;
  }

  @Override
  public boolean isKnown() {
    return known != Known.UNKNOWN;
  }

  /**
   * Returns the Java enum constant for use in a {@code switch}; {@link Known#UNKNOWN} if the value
   * has no constant.
   */
  public Known known() {
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ShapeKind && ((ShapeKind) other).value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the value exactly as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }

  /** The values that have constants, as a Java enum. */
  public enum Known {
    /** {@link ShapeKind#CIRCLE}. */
    CIRCLE,
    /** {@link ShapeKind#STRAIGHT_LINE}. */
    STRAIGHT_LINE,
    /** Any other value. */
    UNKNOWN
  }
}
