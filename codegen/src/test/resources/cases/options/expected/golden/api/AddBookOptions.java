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
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<AddBookOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<AddBookOptions>named("dry", AddBookOptions::dry)
                  .choices("true", "false")
                  .build()));

  AddBookOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code dry}. Omitted if null. */
  public abstract @Nullable Boolean dry();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param requestBody Titles by language.
   */
  @Deprecated
  public final Call<Genre> call(DefaultApi api, Map<String, String> requestBody) {
    return api.addBook(dry(), requestBody);
  }

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   */
  @Deprecated
  public final Call<Genre> call(DefaultApi api) {
    return api.addBook(dry());
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
    return ModelText.of("AddBookOptions").add("dry", dry()).toString();
  }

  /** Builds a {@link AddBookOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableAddBookOptions.Builder {
    Builder() {}
  }
}
