package ai.withcortex.core.parameter;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes a parameter that a request may omit, as defined in the spec. Generated classes that
 * hold such parameters list them in {@code PARAMETERS}.
 *
 * @param <V> the type that holds the parameter
 */
public final class OptionalParameter<V> {
  /** The type of a parameter on the wire. */
  public enum Kind {
    /** Any string, or one of the listed strings. */
    TEXT,
    /** A whole number in decimal digits. */
    INTEGER,
    /** A number, possibly with a fraction or an exponent. */
    NUMBER
  }

  /** Returns a builder for a parameter with the given name on the wire. */
  public static <V> Builder<V> named(String name, Function<V, @Nullable Object> value) {
    return new Builder<>(name, value);
  }

  private final String name;
  private final Function<V, @Nullable Object> value;
  private boolean isHeader;
  private Kind kind = Kind.TEXT;
  private List<String> choices = Collections.emptyList();
  private @Nullable BigDecimal minimum;
  private @Nullable BigDecimal maximum;
  private boolean isList;
  private @Nullable Character separator;
  private int leastSize;
  private int greatestSize = Integer.MAX_VALUE;

  private OptionalParameter(String name, Function<V, @Nullable Object> value) {
    this.name = requireNonNull(name, "name == null");
    this.value = requireNonNull(value, "value == null");
  }

  /** Returns the name on the wire. */
  public String name() {
    return name;
  }

  /** Returns whether the parameter is sent as a header rather than in the query. */
  public boolean isHeader() {
    return isHeader;
  }

  /** Returns the type of the parameter, or of its elements if the parameter is a list. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the values listed in the spec, in the order of the spec; empty if there are none.
   * Unmodifiable.
   */
  public List<String> choices() {
    return choices;
  }

  /** Returns the smallest allowed value, or null if there is no limit. */
  public @Nullable BigDecimal minimum() {
    return minimum;
  }

  /** Returns the largest allowed value, or null if there is no limit. */
  public @Nullable BigDecimal maximum() {
    return maximum;
  }

  /** Returns whether the parameter may have several values. */
  public boolean isList() {
    return isList;
  }

  /**
   * Returns the character between the values of a list; null if the parameter is repeated for each
   * value.
   */
  public @Nullable Character separator() {
    return separator;
  }

  /**
   * Rejects a holder whose parameters violate a limit of the spec: the range of a number, or the
   * size of a non-empty list.
   *
   * @throws IllegalArgumentException if a parameter violates a limit; the message names the
   *     parameter and the limit
   */
  public static <V> void check(List<OptionalParameter<V>> parameters, V holder) {
    for (OptionalParameter<V> parameter : parameters) {
      Collection<?> values = parameter.values(holder);
      if (!values.isEmpty()) {
        parameter.require(values.size(), parameter.leastSize, parameter.greatestSize, " values");
      }
      for (Object value : values) {
        if (value instanceof Number) {
          parameter.require((Number) value, parameter.minimum, parameter.maximum, "");
        }
      }
    }
  }

  /**
   * Returns a string that identifies the parameters that are set: equal values have the same
   * string, and different values have different strings. Use the string only for comparison, not in
   * logs.
   */
  public static <V> String identity(List<OptionalParameter<V>> parameters, V holder) {
    StringBuilder text = new StringBuilder();
    for (OptionalParameter<V> parameter : parameters) {
      for (Object value : parameter.values(holder)) {
        for (String part : Arrays.asList(parameter.name, value.toString())) {
          text.append(part.length()).append(':').append(part);
        }
      }
    }
    return text.toString();
  }

  private Collection<?> values(V holder) {
    Object held = value.apply(holder);
    if (held == null) {
      return Collections.emptyList();
    }
    return held instanceof Collection ? (Collection<?>) held : Collections.singletonList(held);
  }

  private void require(Number found, @Nullable Number least, @Nullable Number most, String unit) {
    if (least != null && compare(found, least) < 0) {
      throw outside("at least " + least, found, unit);
    }
    if (most != null && compare(found, most) > 0) {
      throw outside("at most " + most, found, unit);
    }
  }

  private IllegalArgumentException outside(String limit, Number found, String unit) {
    return new IllegalArgumentException(
        "Expected " + limit + unit + " for " + name + ", found " + found);
  }

  /** Compares numbers by their text, which is what is sent: the float 0.1 is not above 0.1. */
  private static int compare(Number one, Number other) {
    boolean isFloat = one instanceof Double || one instanceof Float;
    return isFloat && !(Math.abs(one.doubleValue()) <= Double.MAX_VALUE)
        ? Double.compare(one.doubleValue(), other.doubleValue())
        : new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
  }

  /** Builds the description of a parameter. Not thread-safe. */
  public static final class Builder<V> {
    private OptionalParameter<V> made;

    private Builder(String name, Function<V, @Nullable Object> value) {
      made = new OptionalParameter<>(name, value);
    }

    /** Sends the parameter as a header rather than in the query. */
    public Builder<V> inHeader() {
      made.isHeader = true;
      return this;
    }

    /** Sets the values that the spec lists. */
    public Builder<V> choices(String... values) {
      made.choices = Collections.unmodifiableList(Arrays.asList(values.clone()));
      return this;
    }

    /** Sets the type of the values; the default is {@link Kind#TEXT}. */
    public Builder<V> kind(Kind kind) {
      made.kind = requireNonNull(kind, "kind == null");
      return this;
    }

    /** Sets the smallest allowed value. */
    public Builder<V> minimum(String number) {
      made.minimum = new BigDecimal(number);
      return this;
    }

    /** Sets the largest allowed value. */
    public Builder<V> maximum(String number) {
      made.maximum = new BigDecimal(number);
      return this;
    }

    /** Marks the parameter as a list that is sent once for each value. */
    public Builder<V> repeated() {
      made.isList = true;
      return this;
    }

    /** Marks the parameter as a list whose values are joined into one string. */
    public Builder<V> joinedBy(char separator) {
      made.separator = separator;
      return repeated();
    }

    /** Sets the minimum and maximum size of a non-empty list. */
    public Builder<V> sizes(int least, int greatest) {
      made.leastSize = least;
      made.greatestSize = greatest;
      return this;
    }

    /** Returns the finished description; later calls on this builder do not change it. */
    public OptionalParameter<V> build() {
      OptionalParameter<V> built = made;
      made = new OptionalParameter<>(built.name, built.value);
      return built;
    }
  }
}
