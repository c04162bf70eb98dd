// Generated from "Later parameters" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The schema {@code Book} of the spec. */
@Value.Immutable
public abstract class Book {
  Book() {}

  /** A builder without any property. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The JSON property {@code title}.
   *
   * <p>Null if absent.
   */
  public abstract @Nullable String title();

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
    return ModelText.of("Book").add("title", title()).additional(additionalProperties()).toString();
  }

  /** Builds a {@link Book}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableBook.Builder {
    Builder() {}
  }
}
