// Generated from "Files" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.ModelText;
import ai.withcortex.core.parameter.OptionalParameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import okhttp3.MultipartBody;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * The optional parameters of {@code changeAvatar}.
 *
 * <p>Changes the picture, or removes it.
 */
@Value.Immutable
public abstract class ChangeAvatarOptions {
  /** The parameters as described in the spec; unmodifiable. */
  public static final List<OptionalParameter<ChangeAvatarOptions>> PARAMETERS =
      Collections.unmodifiableList(
          Arrays.asList(
              OptionalParameter.<ChangeAvatarOptions>named("reason", ChangeAvatarOptions::reason)
                  .build()));

  ChangeAvatarOptions() {}

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
   * @param notify {@code notify}.
   * @param file {@code file}. Create it with {@code MultipartBody.Part.createFormData("file",
   *     fileName, body)}.
   * @param size {@code size}. Omitted if null.
   */
  public final Call<@Nullable Void> call(
      DefaultApi api, boolean notify, MultipartBody.Part file, @Nullable Integer size) {
    return api.changeAvatar(notify, file, reason(), size);
  }

  /**
   * Creates a call with these parameters without sending it.
   *
   * @param api The interface on which to create the call.
   * @param notify {@code notify}.
   */
  public final Call<@Nullable Void> call(DefaultApi api, boolean notify) {
    return api.changeAvatar(notify, reason());
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
    return ModelText.of("ChangeAvatarOptions").add("reason", reason()).toString();
  }

  /** Builds a {@link ChangeAvatarOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableChangeAvatarOptions.Builder {
    Builder() {}
  }
}
