package ai.withcortex.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.withcortex.core.http.RouteTemplate;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Url;

final class RequestEventTest {
  private final EveryMethod api =
      new Retrofit.Builder()
          .baseUrl("https://host/prefix/")
          .validateEagerly(true)
          .build()
          .create(EveryMethod.class);

  @Test
  void hasTheRouteOfEveryHttpMethod() {
    assertEquals("/things/{id}", route(api.get("1")));
    assertEquals("/post/{id}", route(api.post("1")));
    assertEquals("/put/{id}", route(api.put("1")));
    assertEquals("/delete/{id}", route(api.delete("1")));
    assertEquals("/patch/{id}", route(api.patch("1")));
    assertEquals("/head/{id}", route(api.head("1")));
    assertEquals("/options/{id}", route(api.options("1")));
    assertEquals("/http/{id}", route(api.http("1")));
  }

  @Test
  void hasTheRouteWithoutALeadingDotSegment() {
    assertEquals("/", route(api.root()));
    assertEquals("//x", route(api.doubleSlash()));
    assertEquals("/{id}:cancel", route(api.cancel("http")));
    assertEquals("/.well-known/x", route(api.wellKnown()));
  }

  /** Generated code relies on this in each version of OkHttp. */
  @ParameterizedTest
  @ValueSource(strings = {"http", "http:", "https:", "ftp"})
  void leadingDotSegmentKeepsArgumentsFromChangingTheHost(String id) {
    assertEquals(
        "https://host/prefix/" + id + ":cancel", api.cancel(id).request().url().toString());
    assertEquals("https://host/prefix/", api.root().request().url().toString());
    assertEquals("https://host/prefix//x", api.doubleSlash().request().url().toString());
  }

  @Test
  void hasNoRouteWithoutAPathInTheMethod() {
    assertNull(route(api.at("/things/1")));
    assertNull(RouteTemplate.of(new Request.Builder().url("https://host/things/1").build()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://host/things/1?page=2&next=canary        | host | 443  | https://host/things/1?page=2&next=[hidden]
          http://u:canary@host:8080/things/%20#canary     | host | 8080 | http://host:8080/things/%20
          http://[::1]:8080                               | ::1  | 8080 | http://[::1]:8080/
          """)
  void hasTheUrlWithoutSecrets(String url, String host, int port, String shown) {
    RequestEvent event = new RequestEvent("GET", url, null);

    assertEquals(host, event.host());
    assertEquals(port, event.port());
    assertEquals(shown, event.url());
  }

  private static @Nullable String route(Call<?> call) {
    return RouteTemplate.of(call.request());
  }

  private interface EveryMethod {
    @GET("./")
    Call<Void> root();

    @GET(".//x")
    Call<Void> doubleSlash();

    @POST(".\t/{id}:cancel")
    Call<Void> cancel(@Path("id") String id);

    @GET(".well-known/x")
    Call<Void> wellKnown();

    @GET("things/{id}")
    Call<Void> get(@Path("id") String id);

    @POST("/post/{id}")
    Call<Void> post(@Path("id") String id);

    @PUT("put/{id}")
    Call<Void> put(@Path("id") String id);

    @DELETE("delete/{id}")
    Call<Void> delete(@Path("id") String id);

    @PATCH("patch/{id}")
    Call<Void> patch(@Path("id") String id);

    @HEAD("head/{id}")
    Call<Void> head(@Path("id") String id);

    @OPTIONS("options/{id}")
    Call<Void> options(@Path("id") String id);

    @HTTP(method = "GET", path = "http/{id}")
    Call<Void> http(@Path("id") String id);

    @GET
    Call<Void> at(@Url String url);
  }
}
