// Generated from "Bodies and parameters that are not just a reference to an object" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.api;

import ai.withcortex.core.json.JsonValue;
import golden.model.State;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.Multipart;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The operations without a tag. */
public interface DefaultApi {
  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code Map<String, Long>}: The sums.
   * </ul>
   *
   * @param requestBody {@code request_body}.
   */
  @POST("counts")
  Call<Map<String, Long>> addCounts(@Body Map<String, Long> requestBody);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code String}: The ID before.
   * </ul>
   *
   * @param body {@code body}.
   */
  @PUT("id")
  Call<String> changeId(@Body String body);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code Map<String, List<String>>}: The matrix before.
   * </ul>
   *
   * @param requestBody {@code request_body}.
   */
  @PUT("matrix")
  Call<Map<String, List<String>>> changeMatrix(@Body List<List<String>> requestBody);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code State}: The state before.
   * </ul>
   *
   * @param body {@code body}.
   */
  @PUT("state")
  Call<State> changeState(@Body State body);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code JsonValue}: The same.
   * </ul>
   *
   * @param body {@code body}.
   */
  @POST("any")
  Call<JsonValue> echo(@Body JsonValue body);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: Filled in.
   * </ul>
   *
   * @param state {@code state}.
   * @param names {@code names}. Omitted if null.
   * @param counts {@code counts}. Omitted if null.
   */
  @Multipart
  @POST("forms")
  Call<@Nullable Void> fillIn(
      @Part("state") State state,
      @Part("names") @Nullable List<String> names,
      @Part("counts") @Nullable Map<String, Long> counts);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code String}: The same.
   * </ul>
   *
   * @param body {@code body}.
   */
  @Headers({
    "Accept: application/ld+json; profile=\"c;d\"",
    "Content-Type: application/ld+json; profile=\"a b\""
  })
  @PUT("linked")
  Call<String> link(@Body String body);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>204: There are none.
   * </ul>
   *
   * @param state {@code state}.
   * @param before {@code before}. Omitted if null; the default is {@code open}.
   * @param id {@code id}. Omitted if null.
   * @param names {@code names}. Omitted if null.
   */
  @GET("items/{state}")
  Call<@Nullable Void> listItems(
      @Path("state") State state,
      @Query("before") @Nullable State before,
      @Query("id") @Nullable String id,
      @Query("names") @Nullable List<String> names);

  /**
   * Responses by status:
   *
   * <ul>
   *   <li>200 {@code List<String>}: In order.
   * </ul>
   *
   * @param requestBody {@code request_body}.
   */
  @POST("names")
  Call<List<String>> sortNames(@Body List<String> requestBody);
}
