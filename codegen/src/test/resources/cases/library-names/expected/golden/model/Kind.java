// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnum;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code Kind} schema of the spec. */
public final class Kind implements OpenEnum {
  /** {@code "a-1"}. */
  public static final Kind FIRST = new Kind("a-1", Known.FIRST);

  /** {@code "a1"}. */
  public static final Kind SECOND = new Kind("a1", Known.SECOND);

  /** {@code "UNKNOWN"}. */
  public static final Kind THIRD = new Kind("UNKNOWN", Known.THIRD);

  /** {@code "last"}. */
  public static final Kind byValue = new Kind("last", Known.byValue);

  private final String value;
  private final Known known;

  private Kind(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the constant for the given value, or an instance that keeps the value if it has no
   * constant.
   */
  public static Kind of(String value) {
    switch (Objects.requireNonNull(value, "value == null")) {
      case "a-1":
        return FIRST;
      case "a1":
        return SECOND;
      case "UNKNOWN":
        return THIRD;
      case "last":
        return byValue;
      default:
        return new Kind(value, Known.UNKNOWN);
    }
  }

  /** Returns all constants in the order in which the spec lists them. */
  public static List<Kind> knownValues() {
    return Collections.unmodifiableList(Arrays.asList(FIRST, SECOND, THIRD, byValue));
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
    return other instanceof Kind && ((Kind) other).value.equals(value);
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
    /** {@link Kind#FIRST}. */
    FIRST,
    /** {@link Kind#SECOND}. */
    SECOND,
    /** {@link Kind#THIRD}. */
    THIRD,
    /** {@link Kind#byValue}. */
    byValue,
    /** Any other value. */
    UNKNOWN
  }
}
