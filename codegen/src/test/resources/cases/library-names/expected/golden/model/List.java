// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code List} schema of the spec. */
@org.immutables.value.Value.Immutable
public abstract class List {
  List() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code items}. */
  public abstract java.util.List<List> items();

  /**
   * The JSON property {@code byName}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Map<String, Value> byName();

  /**
   * The JSON property {@code value}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Value value();

  /**
   * The JSON property {@code created}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable DateTime created();

  /**
   * The JSON property {@code factory}.
   *
   * <p>Null if absent.
   */
  public abstract golden.model.@Nullable Factory factory();

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
    return ModelText.of("List")
        .add("items", items())
        .add("byName", byName())
        .add("value", value())
        .add("created", created())
        .add("factory", factory())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link List}. Not thread-safe. */
  public static final class Builder extends ImmutableList.Builder {
    Builder() {}
  }
}
