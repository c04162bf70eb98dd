// Generated from "Free form" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Listed properties beside free ones; see C:&#92;users&#92;x and &#92;u002a. */
@Value.Immutable
public abstract class Labelled {
  Labelled() {}

  /** Returns a builder with no property set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code id}. */
  public abstract String id();

  /**
   * The JSON property {@code inner}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Labelled inner();

  /**
   * Returns the properties without an accessor, or with a value that does not fit it, as they were
   * received: those that the spec does not list, and optional ones that are null or have an
   * unexpected type.
   */
  public abstract Map<String, JsonValue> additionalProperties();

  /** Returns a builder with the properties of this value. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Shows IDs, enums, numbers and times, and only the size of everything else. */
  @Override
  public final String toString() {
    return ModelText.of("Labelled")
        .identity("id", id())
        .add("inner", inner())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Labelled}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableLabelled.Builder {
    Builder() {}
  }
}
