// Generated from "Timestamps" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The {@code Event} schema of the spec. */
@Value.Immutable
public abstract class Event {
  Event() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /** A date, or a date and time. */
  public abstract Instant at();

  /**
   * The JSON property {@code seen_at}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Instant seenAt();

  /** The JSON property {@code day}. */
  public abstract LocalDate day();

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
    return ModelText.of("Event")
        .add("at", at())
        .add("seenAt", seenAt())
        .add("day", day())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Event}. Not thread-safe. */
  public static final class Builder extends ImmutableEvent.Builder {
    Builder() {}
  }
}
