// Generated from "Recursive" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The {@code Branch} schema of the spec. */
@Value.Immutable
public abstract class Branch {
  Branch() {}

  /** Returns a builder with no properties set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The JSON property {@code trees}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Map<String, Tree> trees();

  /**
   * The JSON property {@code lists}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable List<JsonValue> lists();

  /**
   * The JSON property {@code maps}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Map<String, JsonValue> maps();

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
    return ModelText.of("Branch")
        .add("trees", trees())
        .add("lists", lists())
        .add("maps", maps())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Branch}. Not thread-safe. */
  public static final class Builder extends ImmutableBranch.Builder {
    Builder() {}
  }
}
