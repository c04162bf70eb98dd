package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.ThingsApi.Thing;
import com.squareup.moshi.Moshi;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/**
 * Tests that the caller gets OkHttp's own exception if an interceptor breaks OkHttp's rules. The
 * server is not to blame, and another attempt would fail in the same way.
 */
@Timeout(20)
final class InterceptorMisuseTest {
  /**
   * A way to misuse OkHttp.
   *
   * @param message matches OkHttp's message, whose wording depends on the version
   * @param requests how many requests the server gets before OkHttp notices
   */
  private record Misuse(
      String name, String message, int requests, Consumer<OkHttpClient.Builder> install) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Misuse> misuses() {
    return List.of(
        new Misuse(
            "sends again before it has closed the response",
            "[Cc]annot make a new request because the previous response is still open: .*",
            1,
            client -> client.addInterceptor(InterceptorMisuseTest::sendTwice)),
        new Misuse(
            "sends again on the connection",
            "network interceptor .* must call proceed\\(\\) exactly once",
            1,
            client -> client.addNetworkInterceptor(InterceptorMisuseTest::sendTwice)),
        new Misuse(
            "sends nothing on the connection",
            "network interceptor .* must call proceed\\(\\) exactly once",
            0,
            client -> client.addNetworkInterceptor(InterceptorMisuseTest::sendNothing)),
        new Misuse(
            "sends to another host on the connection",
            "network interceptor .* must retain the same host and port",
            0,
            client -> client.addNetworkInterceptor(InterceptorMisuseTest::sendElsewhere)),
        new Misuse(
            "returns a response after reading it",
            "closed",
            1,
            client -> client.addInterceptor(InterceptorMisuseTest::readAndReturn)));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void reachesTheCallerAsItIs(Misuse misuse) throws Exception {
    for (boolean async : new boolean[] {false, true}) {
      OkHttpClient.Builder client = new OkHttpClient.Builder().dispatcher(quiet());
      misuse.install.accept(client);
      try (FaultServer server = new FaultServer("things");
          CortexTransport transport = transport(server, client.build())) {
        Throwable failure = failure(transport, async);

        assertInstanceOf(IllegalStateException.class, failure);
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.matches(misuse.message), message);
        assertEquals(misuse.requests, server.requests());
      }
    }
  }

  /** The names of these exceptions say nothing about the server if it is not OkHttp's code. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itsOwnFailureIsNotThatOfTheServer(boolean isProtocol) throws Exception {
    IOException own = isProtocol ? new ProtocolException("mine") : new EOFException("mine");
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw own;
                })
            .build();
    try (FaultServer server = new FaultServer("things");
        CortexTransport transport = transport(server, client)) {
      for (boolean async : new boolean[] {false, true}) {
        Throwable failure = failure(transport, async);

        assertSame(own, failure.getCause());
        assertTrue(String.valueOf(failure.getMessage()).contains(": mine"), failure::toString);
      }
    } finally {
      client.dispatcher().executorService().shutdown();
    }
  }

  private static Response sendTwice(Interceptor.Chain chain) throws IOException {
    Response unused = chain.proceed(chain.request());
    return chain.proceed(chain.request());
  }

  private static Response sendNothing(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create("[]", null))
        .build();
  }

  private static Response sendElsewhere(Interceptor.Chain chain) throws IOException {
    return chain.proceed(chain.request().newBuilder().url("http://localhost:1/").build());
  }

  private static Response readAndReturn(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String unused = requireNonNull(response.body()).string();
    return response;
  }

  private static Throwable failure(CortexTransport transport, boolean async) {
    return async
        ? requireNonNull(
            assertThrows(
                    CompletionException.class, () -> transport.executeAsync(list(transport)).join())
                .getCause())
        : assertThrows(Throwable.class, () -> transport.execute(list(transport)));
  }

  private static Call<List<Thing>> list(CortexTransport transport) {
    return transport.api(ThingsApi.class).list("ALL");
  }

  private static CortexTransport transport(FaultServer server, OkHttpClient client) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey(TestServer.KEY)
            .baseUrl(server.url())
            .okHttpClient(client)
            .build(),
        new Moshi.Builder().build(),
        new FakeTime());
  }

  /**
   * Returns threads that do not print the exception, which OkHttp rethrows after the caller has it.
   */
  private static Dispatcher quiet() {
    return new Dispatcher(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "quiet");
              thread.setDaemon(true);
              thread.setUncaughtExceptionHandler((t, e) -> {});
              return thread;
            }));
  }
}
