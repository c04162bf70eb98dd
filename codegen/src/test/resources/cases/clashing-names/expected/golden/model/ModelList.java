// Generated from "Clashing names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A schema named like a class that generated code imports. */
@Value.Immutable
public abstract class ModelList {
  ModelList() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code class}. */
  public abstract String classValue();

  /**
   * The JSON property {@code default}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String defaultValue();

  /**
   * The JSON property {@code builder}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String builderValue();

  /**
   * The JSON property {@code build}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String buildValue();

  /**
   * The JSON property {@code from}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String fromValue();

  /**
   * The JSON property {@code hashCode}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Integer hashCodeValue();

  /**
   * The JSON property {@code toString}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Boolean toStringValue();

  /**
   * The JSON property {@code getClass}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String getClassValue();

  /**
   * The JSON property {@code additionalProperties}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String additionalPropertiesValue();

  /**
   * The JSON property {@code json}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String jsonValue();

  /**
   * The JSON property {@code reader}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String reader();

  /**
   * The JSON property {@code property}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable ModelValue property();

  /**
   * The JSON property {@code model}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable ModelValue model();

  /**
   * The JSON property {@code moshi}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable List<ModelValue> moshi();

  /**
   * The JSON property {@code writer}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Map<String, ModelValue> writer();

  /**
   * The JSON property {@code 2nd-half}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String _2ndHalf();

  /**
   * The JSON property {@code ID}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String id();

  /**
   * The JSON property {@code $ref_like}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String refLike();

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
    return ModelText.of("ModelList")
        .add("classValue", classValue())
        .add("defaultValue", defaultValue())
        .add("builderValue", builderValue())
        .add("buildValue", buildValue())
        .add("fromValue", fromValue())
        .add("hashCodeValue", hashCodeValue())
        .add("toStringValue", toStringValue())
        .add("getClassValue", getClassValue())
        .add("additionalPropertiesValue", additionalPropertiesValue())
        .add("jsonValue", jsonValue())
        .add("reader", reader())
        .add("property", property())
        .add("model", model())
        .add("moshi", moshi())
        .add("writer", writer())
        .add("_2ndHalf", _2ndHalf())
        .add("id", id())
        .add("refLike", refLike())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link ModelList}. Not thread-safe. */
  public static final class Builder extends ImmutableModelList.Builder {
    Builder() {}
  }
}
