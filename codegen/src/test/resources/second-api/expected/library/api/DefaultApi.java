// Generated from "Library" 2.1.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package library.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * Signs a reader in.
   *
   * <p>Responses by status:
   *
   * <ul>
   *   <li>204: Signed in.
   * </ul>
   *
   * @param card Card number of the reader.
   * @param branch {@code branch}.
   * @param until {@code until}. Omitted if null.
   */
  @FormUrlEncoded
  @POST("session")
  Call<@Nullable Void> signIn(
      @Field("card") String card,
      @Field("branch") List<String> branch,
      @Field("until") @Nullable Instant until);
}
