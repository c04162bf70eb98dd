// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.parameter.Delimited;
import golden.model.Text;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: Added.
   * </ul>
   *
   * @param api {@code api}.
   * @param retrofitApi {@code retrofit_api}.
   * @param text {@code Text}.
   * @param by {@code by}. Omitted if null.
   */
  @POST("texts")
  Call<@Nullable Void> addText(
      @Query("api") String api,
      @Query("retrofit_api") String retrofitApi,
      @Body Text text,
      @Query("by") @Nullable String by);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: There are no texts.
   * </ul>
   *
   * @param aB41 {@code a+b%41[] é}.
   * @param cD41 {@code c+d%41[] é}. Omitted if null.
   */
  @GET("texts")
  Call<@Nullable Void> listTexts(
      @Query(value = "a%2Bb%2541%5B%5D%20%C3%A9", encoded = true) @Delimited.By(',')
          Delimited<String> aB41,
      @Query("c+d%41[] é") @Nullable String cD41);
}
