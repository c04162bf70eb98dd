// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A {@code Shape} variant that is unknown to this version.
 *
 * <p>Created only when JSON is read. It has the properties that all variants share, and the exact
 * JSON.
 */
@Value.Immutable
public abstract class UnknownShape implements Shape {
  UnknownShape() {}

  /** The JSON property {@code kind}. */
  @Override
  public abstract ShapeKind kind();

  /** Unique within the drawing. */
  @Override
  public abstract String id();

  /**
   * The JSON property {@code color}.
   *
   * <p>Null if absent.
   */
  @Override
  public abstract @Nullable String color();

  /** Returns the whole object, exactly as it was read. */
  public abstract JsonValue json();

  @Override
  public abstract Map<String, JsonValue> additionalProperties();

  @Override
  public final <R> R accept(Shape.Visitor<R> visitor) {
    return visitor.visitUnknown(this);
  }

  /**
   * Returns a string that shows IDs, enums, numbers and times, but only the size of everything
   * else.
   */
  @Override
  public final String toString() {
    return ModelText.of("UnknownShape")
        .add("kind", kind())
        .identity("id", id())
        .add("color", color())
        .add("json", json())
        .additional(additionalProperties())
        .toString();
  }

  static final class Builder extends ImmutableUnknownShape.Builder {}
}
