// Generated from "Open enum" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnum;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The color of a light; {@code UNKNOWN} is one of the values. */
public final class Color implements OpenEnum {
  /** {@code "RED"}. */
  public static final Color RED = new Color("RED", Known.RED);

  /** {@code "dark-green"}. */
  public static final Color DARK_GREEN = new Color("dark-green", Known.DARK_GREEN);

  /** {@code "UNKNOWN"}. */
  public static final Color UNKNOWN_VALUE = new Color("UNKNOWN", Known.UNKNOWN_VALUE);

  /** {@code "2nd"}. */
  public static final Color _2ND = new Color("2nd", Known._2ND);

  private final String value;
  private final Known known;

  private Color(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the constant for the given value, or an instance that keeps the value if it has no
   * constant.
   */
  public static Color of(String value) {
    switch (Objects.requireNonNull(value, "value == null")) {
      case "RED":
        return RED;
      case "dark-green":
        return DARK_GREEN;
      case "UNKNOWN":
        return UNKNOWN_VALUE;
      case "2nd":
        return _2ND;
      default:
        return new Color(value, Known.UNKNOWN);
    }
  }

  /** Returns all constants in the order in which the spec lists them. */
  public static List<Color> knownValues() {
    return Collections.unmodifiableList(Arrays.asList(RED, DARK_GREEN, UNKNOWN_VALUE, _2ND));
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
    return other instanceof Color && ((Color) other).value.equals(value);
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
    /** {@link Color#RED}. */
    RED,
    /** {@link Color#DARK_GREEN}. */
    DARK_GREEN,
    /** {@link Color#UNKNOWN_VALUE}. */
    UNKNOWN_VALUE,
    /** {@link Color#_2ND}. */
    _2ND,
    /** Any other value. */
    UNKNOWN
  }
}
