package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mockConstruction;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kotlin.Unit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.MockedConstruction;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.http.DELETE;

final class CortexTransportTest {
  @Test
  void leavesTheUsersClientAlive() throws IOException {
    OkHttpClient client = new OkHttpClient();
    try (TestServer server = TestServer.answering(200, "application/json", "[]")) {
      CortexTransport transport = create(server.url(), client);
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      transport.close();

      assertFalse(client.dispatcher().executorService().isShutdown());
      assertEquals(1, client.connectionPool().connectionCount());
      client.newCall(new Request.Builder().url(server.url()).build()).execute().close();
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  /** Without this check, the path would be the path of a different operation, such as a list. */
  @ParameterizedTest
  @CsvSource({"'', 1, app_id", "' ', 1, app_id", "app_1, '', id", "app_1, '\t\u00a0', id"})
  void refusesABlankPartOfThePath(String appId, String id, String name) throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "{}");
        CortexTransport transport = server.transport()) {
      for (Executable call :
          List.<Executable>of(
              () -> transport.call(ThingsApi.class, api -> api.get(appId, id, "")),
              () -> transport.callAsync(ThingsApi.class, api -> api.get(appId, id, "")))) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
        assertEquals(
            "Expected a value for {"
                + name
                + "} in GET /apps/{app_id}/things/{id}, found blank text; check where it comes"
                + " from.",
            e.getMessage());
      }
      assertEquals(List.of(), server.requests);
    }
  }

  @Test
  void sendsABlankValueOutsideThePath() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "{}");
        CortexTransport transport = server.transport()) {
      transport.call(ThingsApi.class, api -> api.get("app_1", "1", " "));

      assertEquals(List.of("GET /apps/app_1/things/1?next=%20"), server.requests);
    }
  }

  @Test
  void showsItsBaseUrl() {
    try (CortexTransport transport = create("https://api.example/prefix", new OkHttpClient())) {
      assertEquals("CortexTransport{baseUrl=https://api.example/prefix}", transport.toString());
    }
  }

  /** It would read all certificates that the machine trusts. */
  @Test
  void setsUpNothingOfTlsWhereThereIsNone() {
    List<ConnectionSpec> specs = new OkHttpClient().connectionSpecs();

    assertEquals(List.of(ConnectionSpec.CLEARTEXT), connectionSpecs("http://localhost:8080"));
    assertEquals(specs, connectionSpecs("https://api.example"));
    assertEquals(specs, connectionSpecs("HTTPS://api.example/prefix"));
  }

  private static List<ConnectionSpec> connectionSpecs(String baseUrl) {
    CortexConfiguration configuration =
        CortexConfiguration.builder().apiKey("key").baseUrl(baseUrl).build();
    try (CortexTransport transport =
        CortexTransport.create(configuration, new Moshi.Builder().build())) {
      return transport.client.connectionSpecs();
    }
  }

  @Test
  void shutsItsOwnClientDownAndMayDoSoAgain() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]")) {
      CortexTransport transport =
          CortexTransport.create(
              CortexConfiguration.builder().apiKey("key").baseUrl(server.url()).build(),
              new Moshi.Builder().build());
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      transport.close();
      transport.close();

      // What runs on the dispatcher's threads shows that they are gone.
      CompletableFuture<Throwable> failure = new CompletableFuture<>();
      transport.api(ThingsApi.class).list("ALL").enqueue(new FailureCallback<>(failure));
      assertInstanceOf(InterruptedIOException.class, failure.join());
    }
  }

  /** Android forbids its main thread to write, and TLS writes when a connection is closed. */
  @Test
  void closesItsConnectionsOnAThreadOfItsOwn() {
    List<String> threads = new ArrayList<>();
    try (MockedConstruction<ConnectionPool> pools =
        mockConstruction(
            ConnectionPool.class,
            (pool, context) ->
                doAnswer(evicted -> threads.add(Thread.currentThread().getName()))
                    .when(pool)
                    .evictAll())) {
      CortexTransport.create(
              CortexConfiguration.builder().apiKey("key").build(), new Moshi.Builder().build())
          .close();
      assertFalse(pools.constructed().isEmpty());
    }
    assertEquals(List.of("cortex-close"), threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/gateway/cortex", "/gateway/cortex/"})
  void keepsThePathPrefixOfTheBaseUrl(String prefix) throws IOException {
    OkHttpClient client = new OkHttpClient();
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport = create(server.url() + prefix, client)) {
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      assertEquals(List.of("GET /gateway/cortex/apps/app_1/things?status=ALL"), server.requests);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void needsNoBodyWhereNoneIsMeant(int status) throws IOException {
    try (TestServer server = TestServer.answering(status, "application/json", "");
        CortexTransport transport = server.transport()) {
      ApiResponse<Void> response = transport.execute(transport.api(ThingsApi.class).deleteAll());
      ApiResponse<Unit> ofKotlin = transport.execute(transport.api(KotlinApi.class).deleteAll());

      assertEquals(status, response.status());
      assertNull(response.body());
      assertEquals(status, ofKotlin.status());
      assertSame(Unit.INSTANCE, ofKotlin.body());
    }
  }

  @Test
  void refusesToSendACallTwice() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport = server.transport()) {
      Call<List<ThingsApi.Thing>> call = transport.api(ThingsApi.class).list("ALL");
      transport.execute(call);

      assertThrows(IllegalStateException.class, () -> transport.execute(call));
    }
  }

  private static CortexTransport create(String url, OkHttpClient client) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey(TestServer.KEY)
            .baseUrl(url)
            .okHttpClient(client)
            .build(),
        new Moshi.Builder().build());
  }

  private record FailureCallback<T>(CompletableFuture<Throwable> failure) implements Callback<T> {
    @Override
    public void onResponse(Call<T> call, Response<T> response) {
      failure.completeExceptionally(new AssertionError("answered"));
    }

    @Override
    public void onFailure(Call<T> call, Throwable t) {
      failure.complete(t);
    }
  }

  private interface KotlinApi {
    @DELETE("apps/app_1/things")
    Call<Unit> deleteAll();
  }
}
