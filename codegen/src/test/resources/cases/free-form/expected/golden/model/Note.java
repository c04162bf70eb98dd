// Generated from "Free form" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The {@code Note} schema of the spec. */
@Value.Immutable
public abstract class Note {
  Note() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Any JSON value. */
  public abstract JsonValue any();

  /** The JSON property {@code map}. */
  public abstract Map<String, JsonValue> map();

  /**
   * The JSON property {@code optional_any}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable JsonValue optionalAny();

  /**
   * An object or a text, neither of which is a class.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable JsonValue objectOrText();

  /**
   * The JSON property {@code nullable_map}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Map<String, JsonValue> nullableMap();

  /**
   * The JSON property {@code numbers}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Map<String, BigDecimal> numbers();

  /**
   * The JSON property {@code texts_by_key}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Map<String, List<String>> textsByKey();

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
    return ModelText.of("Note")
        .add("any", any())
        .add("map", map())
        .add("optionalAny", optionalAny())
        .add("objectOrText", objectOrText())
        .add("nullableMap", nullableMap())
        .add("numbers", numbers())
        .add("textsByKey", textsByKey())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Note}. Not thread-safe. */
  public static final class Builder extends ImmutableNote.Builder {
    Builder() {}
  }
}
