// Generated from "Clashing names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** A schema named like a class that generated code imports. */
@Value.Immutable
public abstract class ModelList {
  ModelList() {}

  /** A builder without any property. */
  public static Builder builder() {
    return new Builder();
  }

  @Value.Redacted
  public abstract String classValue();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String defaultValue();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String builderValue();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String buildValue();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String fromValue();

  /** Null when it is not there. */
  public abstract @Nullable Integer hashCodeValue();

  /** Null when it is not there. */
  public abstract @Nullable Boolean toStringValue();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String getClassValue();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String additionalPropertiesValue();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String jsonValue();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String reader();

  /** Null when it is not there. */
  public abstract @Nullable ModelValue property();

  /** Null when it is not there. */
  public abstract @Nullable ModelValue model();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable List<ModelValue> moshi();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable Map<String, ModelValue> writer();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String _2ndHalf();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String id();

  /** Null when it is not there. */
  @Value.Redacted
  public abstract @Nullable String refLike();

  /**
   * Properties that have no accessor or no value that fits it, as they came: what the spec does not
   * list, and optional properties that are null or of an unexpected kind.
   */
  @Value.Redacted
  public abstract Map<String, JsonValue> additionalProperties();

  /** A builder with the properties of this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Builds a {@link ModelList}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableModelList.Builder {
    Builder() {}
  }
}
