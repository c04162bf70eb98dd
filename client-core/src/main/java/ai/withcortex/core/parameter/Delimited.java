package ai.withcortex.core.parameter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Several values that are sent in a single request parameter. The {@link By} annotation of the
 * parameter sets the character between the values.
 *
 * <p>If there are no values, a query parameter or header is omitted, and a path parameter causes an
 * error.
 *
 * @param <T> the type of the values; each value is sent as the result of its {@code toString()}
 */
public final class Delimited<T> {
  private final List<T> values;

  private Delimited(List<T> values) {
    this.values = values;
  }

  /**
   * Creates a parameter with the given values in iteration order.
   *
   * @throws NullPointerException if a value is null
   */
  public static <T> Delimited<T> of(Collection<? extends T> values) {
    List<T> copy = new ArrayList<>(values.size());
    for (T value : values) {
      if (value == null) {
        throw new NullPointerException("values[" + copy.size() + "] == null");
      }
      copy.add(value);
    }
    return new Delimited<>(Collections.unmodifiableList(copy));
  }

  /** Returns the values in an unmodifiable list. */
  public List<T> values() {
    return values;
  }

  /** Returns a string with the number of values, but not the values themselves. */
  @Override
  public String toString() {
    return "Delimited{" + values.size() + "}";
  }

  /**
   * Sets the character between the values of a {@link Delimited} parameter.
   *
   * <p>If the Retrofit annotation of the parameter is {@code encoded}, each value is
   * percent-encoded, but the character between the values is not (RFC 6570, section 3.2.2), so a
   * comma in a value differs from a comma between values. Otherwise, a value that contains the
   * character cannot be sent.
   */
  @Documented
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface By {
    /** Returns the character between two values. */
    char value();
  }
}
