// Generated from "Optional and nullable" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * All four combinations of required and nullable.
 *
 * <p>A {@code weight} of more than 30 is &lt;heavy&gt; &amp; goes by truck.
 */
@Value.Immutable
public abstract class Parcel {
  Parcel() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Required, never null. */
  public abstract String id();

  /** Required, may be null. */
  public abstract @Nullable String note();

  /** A primitive. */
  public abstract int weight();

  /**
   * Optional, never null.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String carrier();

  /**
   * Optional, may be null.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String signedBy();

  /**
   * The JSON property {@code fragile}.
   *
   * <p>Null if absent.
   */
  @Deprecated
  public abstract @Nullable Boolean fragile();

  /**
   * The JSON property {@code content}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable List<String> content();

  /**
   * Returns the properties that the accessors do not expose, exactly as they were received:
   * properties that the spec does not list, and optional properties that are null or have an
   * unexpected type.
   */
  public abstract Map<String, JsonValue> additionalProperties();

  /** Returns a builder that has the properties of this object. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * Returns a string that shows IDs, enums, numbers and times, but only the size of everything
   * else.
   */
  @Override
  public final String toString() {
    return ModelText.of("Parcel")
        .identity("id", id())
        .add("note", note())
        .add("weight", weight())
        .add("carrier", carrier())
        .add("signedBy", signedBy())
        .add("fragile", fragile())
        .add("content", content())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Parcel}. Not thread-safe. */
  public static final class Builder extends ImmutableParcel.Builder {
    Builder() {}
  }
}
