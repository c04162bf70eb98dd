package ai.withcortex.core.json;

import org.jspecify.annotations.Nullable;

/** An open enum, as the generator writes them. */
final class ParcelSize implements OpenEnum {
  static final ParcelSize SMALL = new ParcelSize("small", true);
  static final ParcelSize LARGE = new ParcelSize("large", true);

  private final String value;
  private final boolean known;

  private ParcelSize(String value, boolean known) {
    this.value = value;
    this.known = known;
  }

  static ParcelSize of(String value) {
    return switch (value) {
      case "small" -> SMALL;
      case "large" -> LARGE;
      default -> new ParcelSize(value, false);
    };
  }

  @Override
  public String value() {
    return value;
  }

  @Override
  public boolean isKnown() {
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParcelSize && ((ParcelSize) other).value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
