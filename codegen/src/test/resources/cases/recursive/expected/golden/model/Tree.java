// Generated from "Recursive" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The schema {@code Tree} of the spec. */
@Value.Immutable
public abstract class Tree {
  Tree() {}

  /** A builder without any property. */
  public static Builder builder() {
    return new Builder();
  }

  /** The JSON property {@code name}. */
  public abstract String name();

  /**
   * The JSON property {@code left}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable Tree left();

  /**
   * The JSON property {@code branches}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable List<Branch> branches();

  /**
   * Properties that have no accessor or no value that fits it, as they came: what the spec does not
   * list, and optional properties that are null or of an unexpected kind.
   */
  public abstract Map<String, JsonValue> additionalProperties();

  /** A builder with the properties of this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Identity, enums, numbers and times as they are, of everything else the size. */
  @Override
  public final String toString() {
    return ModelText.of("Tree")
        .add("name", name())
        .add("left", left())
        .add("branches", branches())
        .additional(additionalProperties())
        .toString();
  }

  /** Builds a {@link Tree}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableTree.Builder {
    Builder() {}
  }
}
