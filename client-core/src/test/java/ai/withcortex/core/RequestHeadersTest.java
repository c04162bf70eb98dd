package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexApiException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RequestHeadersTest {
  @Test
  void saysWhoAsksAndForWhat() throws IOException {
    try (TestServer server = empty();
        CortexTransport transport = server.transport()) {
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      assertEquals(List.of("GET /apps/app_1/things?status=ALL"), server.requests);
      assertEquals("Bearer canary-key-7f3a", sent(server, "Authorization"));
      assertEquals("application/json", sent(server, "Accept"));
      assertEquals("cortex-java/" + Version.TEXT + " (okhttp)", sent(server, "User-Agent"));
      assertTrue(Version.TEXT.matches("[0-9]+[.][0-9]+[.][0-9]+(-\\w+)?"), Version.TEXT);
    }
  }

  @Test
  void keepsWhatTheUsersInterceptorsSay() throws IOException {
    try (TestServer server = empty();
        CortexTransport transport =
            server.transport(
                client ->
                    client.addInterceptor(
                        chain ->
                            chain.proceed(
                                chain
                                    .request()
                                    .newBuilder()
                                    .header("User-Agent", "mine")
                                    .header("Accept", "application/problem+json")
                                    .build())))) {
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      assertEquals("mine", sent(server, "User-Agent"));
      assertEquals("application/problem+json", sent(server, "Accept"));
    }
  }

  @Test
  void hidesTheKeyFromTheUsersInterceptors() throws IOException {
    List<Request> seen = new ArrayList<>();
    try (TestServer server = empty();
        CortexTransport transport =
            server.transport(
                client ->
                    client.addInterceptor(
                        chain -> {
                          seen.add(chain.request());
                          return chain.proceed(chain.request());
                        }))) {
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      assertNull(seen.get(0).header("Authorization"));
    }
  }

  @Test
  void keepsTheKeyFromUrlsElsewhere() throws IOException {
    try (TestServer other = empty();
        TestServer server = empty();
        CortexTransport transport = server.transport()) {
      transport.execute(transport.api(ThingsApi.class).listAt(other.url() + "/elsewhere"));

      assertNull(sent(other, "Authorization"));
    }
  }

  /** The same switch of OkHttp guards the way from https to http, which would need certificates. */
  @Test
  void followsNoRedirectToAnotherSchemeWhateverTheUsersClientSays() throws IOException {
    try (TestServer server = TestServer.redirecting("https://127.0.0.1:1/?token=canary");
        CortexTransport transport = server.transport(client -> client.followSslRedirects(true))) {
      CortexApiException e =
          assertThrows(
              CortexApiException.class,
              () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));

      assertEquals(
          "HTTP 302 from GET /apps/app_1/things: received a redirect that was not followed",
          e.getMessage());
    }
  }

  private static TestServer empty() throws IOException {
    return TestServer.answering(200, "application/json", "[]");
  }

  private static @Nullable String sent(TestServer server, String name) {
    return server.requestHeaders.get(0).getFirst(name);
  }
}
