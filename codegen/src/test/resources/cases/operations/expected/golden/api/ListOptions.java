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
 * <p>Has a name that a class of Java has, extensions, and errors in JSON or text.
 */
@Value.Immutable
public abstract class ListOptions {
  /** What the spec says about each parameter; unmodifiable. */
  public static final List<OptionalParameter<ListOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListOptions>named("genre", ListOptions::genre)
                  .choices("novel", "poem")
                  .build()));

  ListOptions() {}

  /** Returns a builder with no parameter set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code genre}. Null omits it. */
  public abstract @Nullable Genre genre();

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param api The interface with the method.
   */
  public final Call<@Nullable Void> call(DefaultApi api) {
    return api.list(genre());
  }

  /** Returns a builder with the parameters of this value. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Rejects values outside the limits of the spec. */
  @Value.Check
  void check() {
    OptionalParameter.check(PARAMETERS, this);
  }

  /** Shows enums, numbers, times and IDs, and only the size of everything else. */
  @Override
  public final String toString() {
    return ModelText.of("ListOptions").add("genre", genre()).toString();
  }

  /** Builds a {@link ListOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableListOptions.Builder {
    Builder() {}
  }
}
