// Generated from "Clashing names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnum;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code Value} schema of the spec. */
public final class ModelValue implements OpenEnum {
  /** {@code "value"}. */
  public static final ModelValue VALUE = new ModelValue("value", Known.VALUE);

  /** {@code "known"}. */
  public static final ModelValue KNOWN = new ModelValue("known", Known.KNOWN);

  /** {@code "of"}. */
  public static final ModelValue OF = new ModelValue("of", Known.OF);

  /** "a *&#47; {b". */
  public static final ModelValue A_B = new ModelValue("a */ {b", Known.A_B);

  private final String value;
  private final Known known;

  private ModelValue(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the constant for the given value, or an instance that keeps the value if it has no
   * constant.
   */
  public static ModelValue of(String value) {
    switch (Objects.requireNonNull(value, "value == null")) {
      case "value":
        return VALUE;
      case "known":
        return KNOWN;
      case "of":
        return OF;
      case "a */ {b":
        return A_B;
      default:
        return new ModelValue(value, Known.UNKNOWN);
    }
  }

  /** Returns all constants in the order in which the spec lists them. */
  public static List<ModelValue> knownValues() {
    return Collections.unmodifiableList(Arrays.asList(VALUE, KNOWN, OF, A_B));
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
    return other instanceof ModelValue && ((ModelValue) other).value.equals(value);
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
    /** {@link ModelValue#VALUE}. */
    VALUE,
    /** {@link ModelValue#KNOWN}. */
    KNOWN,
    /** {@link ModelValue#OF}. */
    OF,
    /** {@link ModelValue#A_B}. */
    A_B,
    /** Any other value. */
    UNKNOWN
  }
}
