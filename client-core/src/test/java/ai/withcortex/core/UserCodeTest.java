package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.AuthenticationException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.ResponseEvent;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** Calls whose suppliers, interceptors and listeners block or throw: they end all the same. */
@Timeout(20)
final class UserCodeTest {
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBlockedSupplierIsNoReasonToWaitLonger(boolean async) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport =
            transport(
                configuration(server)
                    .credentials(() -> blocked(end))
                    .totalTimeout(Duration.ofMillis(200)))) {
      Throwable met = failure(transport, async);

      CortexTimeoutException e = assertInstanceOf(CortexTimeoutException.class, met);
      assertEquals(CortexTimeoutException.Limit.TOTAL, e.limit());
    } finally {
      end.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closingEndsACallWithABlockedSupplier(boolean async) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    try (FaultServer server = new FaultServer("200")) {
      CortexTransport transport =
          transport(
              configuration(server)
                  .credentials(
                      () -> {
                        asked.countDown();
                        return blocked(end);
                      }));
      CompletableFuture<Throwable> met = new CompletableFuture<>();
      Thread thread = new Thread(() -> met.complete(failure(transport, async)));
      thread.start();
      asked.await();

      transport.close();

      assertEquals(
          "GET /apps/app_1/things was stopped because the client was closed",
          met.join().getMessage());
    } finally {
      end.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNameServerThatHangsIsNoReasonToWaitLonger(boolean async) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    OkHttpClient client =
        new OkHttpClient.Builder().dispatcher(quiet()).dns(host -> unheeding(end)).build();
    CortexConfiguration.Builder configuration =
        CortexConfiguration.builder()
            .apiKey(TestServer.KEY)
            .baseUrl("https://name.example")
            .okHttpClient(client)
            .totalTimeout(Duration.ofMillis(200));
    try (CortexTransport transport = transport(configuration)) {
      CortexTimeoutException e =
          assertInstanceOf(CortexTimeoutException.class, failure(transport, async));

      assertEquals(CortexTimeoutException.Limit.TOTAL, e.limit());
      assertFalse(Thread.currentThread().isInterrupted());
    } finally {
      end.countDown();
    }
  }

  @Test
  void codeThatDoesNotHeedInterruptsDelaysTheEnd() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    CredentialsSupplier supplier =
        () -> {
          asked.countDown();
          unheeding(end);
          return TestServer.KEY;
        };
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(configuration(server).credentials(supplier))) {
      CompletableFuture<Throwable> met = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Call<List<Thing>> call = list(transport);
      Thread thread =
          new Thread(
              () -> {
                met.complete(assertThrows(Throwable.class, () -> transport.execute(call)));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      thread.start();
      asked.await();

      call.cancel();
      end.countDown();

      assertEquals("GET /apps/app_1/things was canceled", met.join().getMessage());
      assertFalse(flag.join());
      assertEquals(0, server.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void listenersMayThrowAnything(boolean async) throws Exception {
    CortexListener listener =
        new CortexListener() {
          @Override
          public void requestStarted(RequestEvent request) {
            throw new AssertionError("listener");
          }

          @Override
          public void attemptEnded(AttemptEvent attempt) {
            UserCodeTest.<RuntimeException>sneak(new IOException("listener"));
          }

          @Override
          public void responseReceived(ResponseEvent response) {
            throw new StackOverflowError("listener");
          }
        };
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          throw new IllegalStateException("handler");
        });
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(configuration(server).addListener(listener))) {
      ApiResponse<List<Thing>> response =
          async
              ? transport.executeAsync(list(transport)).join()
              : transport.execute(list(transport));

      assertEquals(200, response.status());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatAnInterceptorThrowsReachesTheCaller(boolean async) throws Exception {
    IllegalStateException thrown = new IllegalStateException("interceptor");
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dispatcher(quiet())
            .addInterceptor(
                chain -> {
                  throw thrown;
                })
            .build();
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(configuration(server).okHttpClient(client))) {
      assertSame(thrown, failure(transport, async));
    }
  }

  @Test
  void anAuthenticatorDoesNotMakeTheKeyVisible() throws Exception {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) ->
                    response.priorResponse() != null
                        ? null
                        : response.request().newBuilder().header("Authorization", "x").build())
            .build();
    String body = "{\"message\":\"was " + TestServer.KEY.replace("-", "%2D") + "\"}";
    try (TestServer server = TestServer.answering(401, "application/json", body);
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder()
                    .apiKey(TestServer.KEY)
                    .baseUrl(server.url())
                    .okHttpClient(client)
                    .build(),
                new Moshi.Builder().build())) {
      AuthenticationException e =
          assertThrows(AuthenticationException.class, () -> transport.execute(list(transport)));

      assertEquals("HTTP 401 from GET /apps/app_1/things: was [API key]", e.getMessage());
      assertFalse(e.bodyExcerpt().contains("canary"));
    }
  }

  /** Threads that do not print what OkHttp throws on after it has told the caller. */
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

  private static String blocked(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return TestServer.KEY;
  }

  private static List<InetAddress> unheeding(CountDownLatch end) {
    boolean isOver = false;
    while (!isOver) {
      try {
        end.await();
        isOver = true;
      } catch (InterruptedException e) {
        // What this test is about.
      }
    }
    return List.of();
  }

  @SuppressWarnings("unchecked") // The way in which Kotlin throws what it does not declare.
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static Throwable failure(CortexTransport transport, boolean async) {
    if (!async) {
      return assertThrows(Throwable.class, () -> transport.execute(list(transport)));
    }
    CompletableFuture<?> future = transport.executeAsync(list(transport));
    return requireNonNull(assertThrows(CompletionException.class, future::join).getCause());
  }

  private static Call<List<Thing>> list(CortexTransport transport) {
    return transport.api(ThingsApi.class).list("ALL");
  }

  private static CortexConfiguration.Builder configuration(FaultServer server) {
    return CortexConfiguration.builder().apiKey(TestServer.KEY).baseUrl(server.url());
  }

  private static CortexTransport transport(CortexConfiguration.Builder configuration) {
    return CortexTransport.create(configuration.build(), new Moshi.Builder().build());
  }
}
