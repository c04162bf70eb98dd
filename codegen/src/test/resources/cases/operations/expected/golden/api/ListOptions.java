// Generated from "Operations" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import golden.model.Genre;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The optional parameters of {@code list}.
 *
 * <p>Has the name of a Java class, extensions, and errors in JSON or text.
 */
@Value.Immutable
public abstract class ListOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<ListOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListOptions>named("genre", ListOptions::genre)
                  .choices("novel", "poem")
                  .build()));

  ListOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code genre}. Omitted if null. */
  public abstract @Nullable Genre genre();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   */
  public final Call<@Nullable Void> call(DefaultApi api) {
    return api.list(genre());
  }

  /** Returns a builder that has the parameters of this object. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Rejects values outside the limits set by the spec. */
  @Value.Check
  void check() {
    OptionalParameter.check(PARAMETERS, this);
  }

  /**
   * Returns a string that shows enums, numbers, times and IDs, but only the size of everything
   * else.
   */
  @Override
  public final String toString() {
    return ModelText.of("ListOptions").add("genre", genre()).toString();
  }

  /** Builds a {@link ListOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableListOptions.Builder {
    Builder() {}
  }
}
