// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import golden.model.Header;
import golden.model.Kind;
import golden.model.List;
import java.util.Arrays;
import java.util.Collections;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The optional parameters of {@code getLists}. */
@Value.Immutable
public abstract class GetListsOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final java.util.List<OptionalParameter<GetListsOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<GetListsOptions>named("kind", GetListsOptions::kind)
                  .repeated()
                  .choices("a-1", "a1", "UNKNOWN", "last")
                  .build(),
              OptionalParameter.<GetListsOptions>named("header", GetListsOptions::header)
                  .inHeader()
                  .choices("x")
                  .build()));

  GetListsOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code kind}. Omitted if empty. */
  public abstract java.util.List<Kind> kind();

  /** {@code header}. Omitted if null. */
  public abstract @Nullable Header header();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   */
  public final Call<java.util.List<List>> call(DefaultApi api) {
    return api.getLists(kind(), header());
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
    return ModelText.of("GetListsOptions").add("kind", kind()).add("header", header()).toString();
  }

  /** Builds a {@link GetListsOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableGetListsOptions.Builder {
    Builder() {}
  }
}
