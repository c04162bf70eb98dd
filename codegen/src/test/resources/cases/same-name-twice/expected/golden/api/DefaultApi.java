// Generated from "Same name twice" 1 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import golden.model.Thing;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code Thing}: The thing.
   * </ul>
   *
   * @param id {@code id}.
   * @param otherId {@code id}. Omitted if null.
   * @param caller {@code id}. Omitted if null.
   */
  @GET("things/{id}")
  Call<Thing> getThing(
      @Path("id") String id,
      @Query("id") @Nullable String otherId,
      @Header("id") @Nullable String caller);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: Done.
   * </ul>
   *
   * @param id {@code id}.
   * @param value {@code id}.
   */
  @FormUrlEncoded
  @POST("things/{id}")
  Call<@Nullable Void> postThing(@Path("id") String id, @Field("id") String value);
}
