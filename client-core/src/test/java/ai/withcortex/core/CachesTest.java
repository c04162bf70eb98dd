package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.core.ThingsApi.Thing;
import com.squareup.moshi.Moshi;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Cache;
import okhttp3.CacheControl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import retrofit2.Call;

/** Tests that every call gets its own response from the server, even if a cache could store it. */
@Timeout(20)
final class CachesTest {
  @TempDir File folder;

  @Test
  void clientsThatShareACacheDoNotGetEachOthersResponses() throws Exception {
    try (Cache cache = new Cache(folder, 1 << 20);
        TestServer server = storable();
        CortexTransport one = transport(server, "key-of-one", client(cache));
        CortexTransport other = transport(server, "key-of-other", client(cache))) {
      assertEquals("Bearer key-of-one", id(one.execute(list(one)).body()));
      assertEquals("Bearer key-of-other", id(other.execute(list(other)).body()));
      assertEquals("Bearer key-of-one", id(one.executeAsync(list(one)).join().body()));
      assertEquals("Bearer key-of-other", id(list(other).execute().body()));

      assertEquals(4, server.requests.size());
      assertEquals(0, cache.requestCount());
    }
  }

  @Test
  void anInterceptorCannotAskForAStoredResponse() throws Exception {
    OkHttpClient asking =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .cacheControl(CacheControl.FORCE_CACHE)
                            .build()))
            .build();
    try (TestServer server = storable();
        CortexTransport transport = transport(server, TestServer.KEY, asking)) {
      assertEquals(200, transport.execute(list(transport)).status());
    }
  }

  @Test
  void everyRequestTellsCachesOnTheWay() throws Exception {
    try (TestServer server = storable();
        CortexTransport transport = server.transport()) {
      transport.execute(list(transport));
      transport.execute(transport.api(ThingsApi.class).listAt(server.url() + "/elsewhere"));

      for (com.sun.net.httpserver.Headers headers : server.requestHeaders) {
        assertEquals(List.of("no-cache, no-store"), headers.get("Cache-Control"));
      }
    }
  }

  /** Returns to each caller its own key, in a response that caches may store. */
  private static TestServer storable() throws IOException {
    return new TestServer(
        exchange -> {
          String key = exchange.getRequestHeaders().getFirst("Authorization");
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.getResponseHeaders().add("Cache-Control", "private, max-age=60");
          byte[] body = ("[{\"id\":\"" + key + "\"}]").getBytes(StandardCharsets.UTF_8);
          TestServer.answer(exchange, 200, body);
        });
  }

  private static OkHttpClient client(Cache cache) {
    return new OkHttpClient.Builder().cache(cache).build();
  }

  private static CortexTransport transport(TestServer server, String key, OkHttpClient client) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey(key)
            .baseUrl(server.url())
            .okHttpClient(client)
            .build(),
        new Moshi.Builder().add(Thing.class, new ThingJsonAdapter()).build());
  }

  private static Call<List<Thing>> list(CortexTransport transport) {
    return transport.api(ThingsApi.class).list("ALL");
  }

  private static String id(List<Thing> things) {
    return String.valueOf(things.get(0).id);
  }
}
