// Generated from "Options" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import golden.model.Genre;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The optional parameters of {@code addBook}. */
@Value.Immutable
public abstract class AddBookOptions {
  /** What the spec says about each parameter; unmodifiable. */
  public static final List<OptionalParameter<AddBookOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<AddBookOptions>named("dry", AddBookOptions::dry)
                  .choices("true", "false")
                  .build()));

  AddBookOptions() {}

  /** Returns a builder with no parameter set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code dry}. Null omits it. */
  public abstract @Nullable Boolean dry();

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param api The interface with the method.
   * @param requestBody Titles by language.
   */
  @Deprecated
  public final Call<Genre> call(DefaultApi api, Map<String, String> requestBody) {
    return api.addBook(dry(), requestBody);
  }

  /**
   * Creates the call with these parameters. Sends nothing.
   *
   * @param api The interface with the method.
   */
  @Deprecated
  public final Call<Genre> call(DefaultApi api) {
    return api.addBook(dry());
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
    return ModelText.of("AddBookOptions").add("dry", dry()).toString();
  }

  /** Builds a {@link AddBookOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableAddBookOptions.Builder {
    Builder() {}
  }
}
