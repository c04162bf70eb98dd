package ai.withcortex.core;

import java.util.List;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Url;

/** What a generated interface looks like to the transport. */
interface ThingsApi {
  @GET("apps/app_1/things")
  Call<List<Thing>> list(@Query("status") String status);

  @GET("apps/app_1/things")
  Call<List<Thing>> listFrom(@Query("next") String next);

  @GET("apps/{app_id}/things/{id}")
  Call<Thing> get(@Path("app_id") String appId, @Path("id") String id, @Query("next") String next);

  @GET
  Call<List<Thing>> listAt(@Url String url);

  @HEAD("apps/app_1/things")
  Call<Void> look();

  @OPTIONS("apps/app_1/things")
  Call<Void> options();

  @POST("apps/app_1/things")
  Call<Thing> create(@Body Thing thing);

  @PUT("apps/app_1/things")
  Call<Thing> replace(@Body Thing thing);

  @PATCH("apps/app_1/things")
  Call<Thing> change(@Body Thing thing);

  @DELETE("apps/app_1/things")
  Call<Void> deleteAll();

  /** A model, read by Moshi's reflection. */
  final class Thing {
    String id = "";
    int number;

    @Override
    public String toString() {
      return id + " " + number;
    }
  }
}
