// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import golden.model.Text;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The optional parameters of {@code addText}. */
@Value.Immutable
public abstract class AddTextOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<AddTextOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(OptionalParameter.<AddTextOptions>named("by", AddTextOptions::by).build()));

  AddTextOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code by}. Omitted if null. */
  public abstract @Nullable String by();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param retrofitApiValue The interface on which to create the call.
   * @param api {@code api}.
   * @param retrofitApi {@code retrofit_api}.
   * @param text {@code Text}.
   */
  public final Call<@Nullable Void> call(
      DefaultApi retrofitApiValue, String api, String retrofitApi, Text text) {
    return retrofitApiValue.addText(api, retrofitApi, text, by());
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
    return ModelText.of("AddTextOptions").add("by", by()).toString();
  }

  /** Builds a {@link AddTextOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableAddTextOptions.Builder {
    Builder() {}
  }
}
