package ai.withcortex.client.steps;

import ai.withcortex.core.json.OpenEnum;
import org.jspecify.annotations.Nullable;

/** What the open enums of this package share, which are made like the generated ones. */
abstract class OpenValue implements OpenEnum {
  private final String value;

  OpenValue(String value) {
    this.value = value;
  }

  @Override
  public final String value() {
    return value;
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // Every subclass is final.
  public final boolean equals(@Nullable Object other) {
    return other != null
        && getClass() == other.getClass()
        && value.equals(((OpenValue) other).value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /** The value exactly as it stands in JSON. */
  @Override
  public final String toString() {
    return value;
  }
}
