package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the spec says of a parameter that a request may leave out. The generated values that hold
 * such parameters list theirs as {@code PARAMETERS}.
 *
 * @param <V> the value that holds the parameter
 */
public final class OptionalParameter<V> {
  /** What a value is on the wire. */
  public enum Kind {
    /** Any text, or one of those that are listed. */
    TEXT,
    /** A number in decimal digits. */
    INTEGER,
    /** A number, perhaps with a fraction or an exponent. */
    NUMBER
  }

  /** Starts the description of a parameter with this name on the wire. */
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

  /** The name on the wire. */
  public String name() {
    return name;
  }

  /** Whether it is sent as a header rather than in the query. */
  public boolean isHeader() {
    return isHeader;
  }

  /** What its values are, or those of the list. */
  public Kind kind() {
    return kind;
  }

  /** The values that the spec lists, in its order; empty if it lists none. Unmodifiable. */
  public List<String> choices() {
    return choices;
  }

  /** The least value, or null if there is none. */
  public @Nullable BigDecimal minimum() {
    return minimum;
  }

  /** The greatest value, or null if there is none. */
  public @Nullable BigDecimal maximum() {
    return maximum;
  }

  /** Whether it may have several values. */
  public boolean isList() {
    return isList;
  }

  /** What stands between the values of a list; null if the parameter is repeated for each. */
  public @Nullable Character separator() {
    return separator;
  }

  /**
   * Rejects a value whose parameters break a limit of the spec: one of a number, or one of the size
   * of a list that has any elements.
   *
   * @throws IllegalArgumentException if a parameter is out of its limits; the message says which
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
   * The parameters that are set, as one text: the same for equal values, and different for others,
   * whatever they contain. It is of no other use, and is not for logs.
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

  private static int compare(Number one, Number other) {
    return one instanceof Double || one instanceof Float
        ? Double.compare(one.doubleValue(), other.doubleValue())
        : new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
  }

  /** Describes a parameter. Not thread-safe. */
  public static final class Builder<V> {
    private OptionalParameter<V> made;

    private Builder(String name, Function<V, @Nullable Object> value) {
      made = new OptionalParameter<>(name, value);
    }

    /** It is sent as a header rather than in the query. */
    public Builder<V> inHeader() {
      made.isHeader = true;
      return this;
    }

    /** The values that the spec lists. */
    public Builder<V> choices(String... values) {
      made.choices = Collections.unmodifiableList(Arrays.asList(values.clone()));
      return this;
    }

    /** What its values are, {@link Kind#TEXT} if it is not said. */
    public Builder<V> kind(Kind kind) {
      made.kind = requireNonNull(kind, "kind == null");
      return this;
    }

    /** The least value. */
    public Builder<V> minimum(String number) {
      made.minimum = new BigDecimal(number);
      return this;
    }

    /** The greatest value. */
    public Builder<V> maximum(String number) {
      made.maximum = new BigDecimal(number);
      return this;
    }

    /** It is a list, and is repeated for each value. */
    public Builder<V> repeated() {
      made.isList = true;
      return this;
    }

    /** It is a list whose values are sent as one text. */
    public Builder<V> joinedBy(char separator) {
      made.separator = separator;
      return repeated();
    }

    /** How few and how many values a list has if it has any. */
    public Builder<V> sizes(int least, int greatest) {
      made.leastSize = least;
      made.greatestSize = greatest;
      return this;
    }

    /** The description; nothing can be added to it any more. */
    public OptionalParameter<V> build() {
      OptionalParameter<V> built = made;
      made = new OptionalParameter<>(built.name, built.value);
      return built;
    }
  }
}
