// Generated from "Bodies and parameters that are not just a reference to an object" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import golden.model.State;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The optional parameters of {@code listItems}. */
@Value.Immutable
public abstract class ListItemsOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<ListItemsOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ListItemsOptions>named("before", ListItemsOptions::before)
                  .choices("open", "closed")
                  .build(),
              OptionalParameter.<ListItemsOptions>named("id", ListItemsOptions::id).build(),
              OptionalParameter.<ListItemsOptions>named("names", ListItemsOptions::names)
                  .repeated()
                  .build()));

  ListItemsOptions() {}

  /** Returns a builder with no parameters set. */
  public static Builder builder() {
    return new Builder();
  }

  /** {@code before}. Omitted if null; the default is {@code open}. */
  public abstract @Nullable State before();

  /** {@code id}. Omitted if null. */
  public abstract @Nullable String id();

  /** {@code names}. Omitted if empty. */
  public abstract List<String> names();

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param state {@code state}.
   */
  public final Call<@Nullable Void> call(DefaultApi api, State state) {
    return api.listItems(state, before(), id(), names());
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
    return ModelText.of("ListItemsOptions")
        .add("before", before())
        .identity("id", id())
        .add("names", names())
        .toString();
  }

  /** Builds a {@link ListItemsOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableListItemsOptions.Builder {
    Builder() {}
  }
}
