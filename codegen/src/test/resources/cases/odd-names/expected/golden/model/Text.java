// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The {@code Text} schema of the spec. */
@Value.Immutable
public abstract class Text {
  Text() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The JSON property text*&#47;plain.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String textPlain();

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
    return ModelText.of("Text")
        .add("textPlain", textPlain())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Text}. Not thread-safe. */
  public static final class Builder extends ImmutableText.Builder {
    Builder() {}

    /**
     * Sends text*&#47;plain as null. If you neither call this method nor set a value, the property
     * is omitted.
     */
    public Builder clearTextPlain() {
      return textPlain(null).putAdditionalProperty("text*/plain", JsonValue.NULL);
    }
  }
}
