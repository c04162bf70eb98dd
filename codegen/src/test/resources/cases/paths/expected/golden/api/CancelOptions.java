// Generated from "Paths that are no relative URLs as they stand" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The optional parameters of {@code cancel}. */
@Value.Immutable
public abstract class CancelOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<CancelOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<CancelOptions>named("reason", CancelOptions::reason).build()));

  CancelOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code reason}. Omitted if null. */
  public abstract @Nullable String reason();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param id {@code id}.
   */
  public final Call<@Nullable Void> call(DefaultApi api, String id) {
    return api.cancel(id, reason());
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
    return ModelText.of("CancelOptions").add("reason", reason()).toString();
  }

  /** Builds a {@link CancelOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableCancelOptions.Builder {
    Builder() {}
  }
}
