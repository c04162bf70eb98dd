// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.Delimited;
import ai.withcortex.core.parameter.OptionalParameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The optional parameters of {@code listTexts}. */
@Value.Immutable
public abstract class ListTextsOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<ListTextsOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListTextsOptions>named("c+d%41[] é", ListTextsOptions::cD41)
                  .build()));

  ListTextsOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code c+d%41[] é}. Omitted if null. */
  public abstract @Nullable String cD41();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param aB41 {@code a+b%41[] é}.
   */
  public final Call<@Nullable Void> call(DefaultApi api, Delimited<String> aB41) {
    return api.listTexts(aB41, cD41());
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
    return ModelText.of("ListTextsOptions").add("cD41", cD41()).toString();
  }

  /** Builds a {@link ListTextsOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableListTextsOptions.Builder {
    Builder() {}
  }
}
