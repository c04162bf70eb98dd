// Generated from "Vendor extensions with which OpenAPI Generator would generate something else"
// 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The {@code Child} schema of the spec. */
@Value.Immutable
public abstract class Child {
  Child() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code id}. */
  public abstract String id();

  /**
   * The JSON property {@code toys}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable List<String> toys();

  /**
   * The JSON property {@code free}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Free free();

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
    return ModelText.of("Child")
        .identity("id", id())
        .add("toys", toys())
        .add("free", free())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Child}. Not thread-safe. */
  public static final class Builder extends ImmutableChild.Builder {
    Builder() {}

    /**
     * Sends {@code free} as null. If you neither call this method nor set a value, the property is
     * omitted.
     */
    public Builder clearFree() {
      return free(null).putAdditionalProperty("free", JsonValue.NULL);
    }
  }
}
