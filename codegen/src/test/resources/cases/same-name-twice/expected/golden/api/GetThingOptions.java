// Generated from "Same name twice" 1 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import golden.model.Thing;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The optional parameters of {@code getThing}. */
@Value.Immutable
public abstract class GetThingOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<GetThingOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<GetThingOptions>named("id", GetThingOptions::otherId).build(),
              OptionalParameter.<GetThingOptions>named("id", GetThingOptions::caller)
                  .inHeader()
                  .build()));

  GetThingOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code id}. Omitted if null. */
  public abstract @Nullable String otherId();

  /** {@code id}. Omitted if null. */
  public abstract @Nullable String caller();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param id {@code id}.
   */
  public final Call<Thing> call(DefaultApi api, String id) {
    return api.getThing(id, otherId(), caller());
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
    return ModelText.of("GetThingOptions")
        .identity("otherId", otherId())
        .identity("caller", caller())
        .toString();
  }

  /** Builds a {@link GetThingOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableGetThingOptions.Builder {
    Builder() {}
  }
}
