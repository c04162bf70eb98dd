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
  /** What the spec says of each; unmodifiable. */
  public static final List<OptionalParameter<ListOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListOptions>named("genre", ListOptions::genre)
                  .choices("novel", "poem")
                  .build()));

  ListOptions() {}

  /** A builder without any parameter. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code genre}. Null leaves it out. */
  public abstract @Nullable Genre genre();

  /**
   * Makes the call with these parameters. Sends nothing.
   *
   * @param api The interface that has the method.
   */
  public final Call<@Nullable Void> call(DefaultApi api) {
    return api.list(genre());
  }

  /** A builder with the parameters of this one. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  /** Rejects what is outside of the limits of the spec. */
  @Value.Check
  void check() {
    OptionalParameter.check(PARAMETERS, this);
  }

  /** Enums, numbers, times and IDs as they are, of everything else the size. */
  @Override
  public final String toString() {
    return ModelText.of("ListOptions").add("genre", genre()).toString();
  }

  /** Builds a {@link ListOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableListOptions.Builder {
    Builder() {}
  }
}
