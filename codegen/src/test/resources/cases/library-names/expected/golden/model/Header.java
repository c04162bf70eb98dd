// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnum;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The {@code Header} schema of the spec. */
public final class Header implements OpenEnum {
  /** {@code "x"}. */
  public static final Header X = new Header("x", Known.X);

  private final String value;
  private final Known known;

  private Header(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the constant for the given value, or an instance that keeps the value if it has no
   * constant.
   */
  public static Header of(String value) {
    switch (Objects.requireNonNull(value, "value == null")) {
      case "x":
        return X;
      default:
        return new Header(value, Known.UNKNOWN);
    }
  }

  /** Returns all constants in the order in which the spec lists them. */
  public static List<Header> knownValues() {
    return Collections.unmodifiableList(Arrays.asList(X));
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
    return other instanceof Header && ((Header) other).value.equals(value);
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
    /** {@link Header#X}. */
    X,
    /** Any other value. */
    UNKNOWN
  }
}
