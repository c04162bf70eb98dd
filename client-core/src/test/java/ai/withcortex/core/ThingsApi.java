package ai.withcortex.core;

import java.util.List;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Query;
import retrofit2.http.Url;

/** What a generated interface looks like to the transport. */
interface ThingsApi {
  @GET("apps/app_1/things")
  Call<List<Thing>> list(@Query("status") String status);

  @GET
  Call<List<Thing>> listAt(@Url String url);

  @POST("apps/app_1/things")
  Call<Thing> create(@Body Thing thing);

  @DELETE("apps/app_1/things")
  Call<Void> deleteAll();

  /** A model, read by Moshi's reflection. */
  final class Thing {
    String id = "";
    int number;
  }
}
