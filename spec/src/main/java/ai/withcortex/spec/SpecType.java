package ai.withcortex.spec;

import ai.withcortex.spec.JsonTree.Bool;
import ai.withcortex.spec.JsonTree.Digits;
import ai.withcortex.spec.JsonTree.Elements;
import ai.withcortex.spec.JsonTree.Members;
import ai.withcortex.spec.JsonTree.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The type that the spec gives a value. */
public sealed interface SpecType {
  /**
   * Returns whether a value is read as this type rather than kept as received. Only the outermost
   * type counts and, for a scalar, its value.
   */
  boolean fits(JsonTree value);

  /** Any JSON value, kept as its exact text. */
  record Free() implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return true;
    }
  }

  /** Any string. */
  record Characters() implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Text;
    }
  }

  /** A string with a date, or a date and time. */
  record Time() implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Text text && SpecNumbers.instant(text.characters()).isPresent();
    }
  }

  /** A string with a date and no time. */
  record Day() implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Text text && SpecNumbers.isDay(text.characters());
    }
  }

  /** A string from an open set, of which some values are listed. */
  record Choice(String name, List<String> values) implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Text;
    }
  }

  /** A whole number of 32 or 64 bits. */
  record Whole(int bits) implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Digits digits && SpecNumbers.isWhole(digits.text(), bits);
    }
  }

  /** A number that keeps all its digits. */
  record Decimal() implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      Optional<BigDecimal> number =
          value instanceof Digits digits ? SpecNumbers.decimal(digits.text()) : Optional.empty();
      return number.isPresent();
    }
  }

  /** A number that is rounded to a float or double; must not be too large for that. */
  record Rounded(int bits) implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Digits digits && SpecNumbers.isFinite(digits.text(), bits);
    }
  }

  /** A boolean. */
  record Flag() implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Bool;
    }
  }

  /** An array. */
  record ListOf(SpecType elements) implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Elements;
    }
  }

  /** An object with arbitrary names. */
  record MapOf(SpecType values) implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Members;
    }
  }

  /**
   * An object with listed properties. Models are compared by identity, because they can contain
   * each other.
   *
   * @param properties the properties by name, complete once the spec has been read
   */
  record Model(String name, Map<String, Property> properties) implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Members;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A property of a model. */
  record Property(SpecType type, boolean required, boolean nullable) {
    /**
     * Returns whether a value of the property is read, rather than kept as received or rejected.
     */
    public boolean fits(JsonTree value) {
      return type.fits(value) || (required && nullable && value instanceof JsonTree.Null);
    }
  }

  /** An object whose label identifies its model. */
  record Union(String name, String discriminator, Map<String, Model> variants, Model base)
      implements SpecType {
    @Override
    public boolean fits(JsonTree value) {
      return value instanceof Members;
    }
  }
}
