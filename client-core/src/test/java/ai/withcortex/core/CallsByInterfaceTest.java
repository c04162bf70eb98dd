package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RetryEvent;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** What {@link CortexTransport#call} and its asynchronous sibling add to sending a call. */
final class CallsByInterfaceTest {
  private final FakeTime time = new FakeTime();

  @Test
  void repeatsAsExecuteDoes() throws IOException {
    try (FaultServer server = FaultServer.keepingAlive(List.of("503", "200", "503", "200"));
        CortexTransport transport = repeating(server)) {
      transport.call(ThingsApi.class, api -> api.list("ALL"));
      transport.callAsync(ThingsApi.class, api -> api.list("ALL")).join();

      assertEquals(4, server.requests());
    }
  }

  /** A call of the user's own Retrofit does not say that it is canceled between two attempts. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endsACanceledCallOfAnotherRetrofit(boolean async) throws IOException {
    try (FaultServer server = FaultServer.keepingAlive(List.of("503 after 9", "200"))) {
      Call<List<ThingsApi.Thing>> call = foreign(server);
      CortexListener canceling =
          new CortexListener() {
            @Override
            public void retryScheduled(RetryEvent retry) {
              call.cancel();
            }
          };
      try (CortexTransport transport =
          transport(configuration(server).addListener(canceling).build())) {
        Throwable met = assertThrows(Throwable.class, () -> send(transport, call, async));

        assertInstanceOf(CortexCanceledException.class, async ? met.getCause() : met);
        assertEquals(1, server.requests());
      }
    }
  }

  /** The end of an attempt of such a call is no cancellation by the caller. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void repeatsACallOfAnotherRetrofit(boolean async) throws IOException {
    try (FaultServer server = FaultServer.keepingAlive(List.of("hang", "200"));
        CortexTransport transport =
            transport(configuration(server).attemptTimeout(Duration.ofMillis(300)).build())) {
      Call<List<ThingsApi.Thing>> call = foreign(server);

      assertEquals(200, send(transport, call, async).status());
      assertThrows(IllegalStateException.class, () -> send(transport, call, async));
      assertEquals(2, server.requests());
    }
  }

  private static <T> ApiResponse<T> send(CortexTransport transport, Call<T> call, boolean async) {
    return async ? transport.executeAsync(call).join() : transport.execute(call);
  }

  private static Call<List<ThingsApi.Thing>> foreign(FaultServer server) {
    return new Retrofit.Builder()
        .baseUrl(server.url())
        .addConverterFactory(MoshiConverterFactory.create())
        .build()
        .create(ThingsApi.class)
        .list("ALL");
  }

  private static CortexConfiguration.Builder configuration(FaultServer server) {
    return CortexConfiguration.builder().apiKey("key").baseUrl(server.url());
  }

  private static CortexTransport transport(CortexConfiguration configuration) {
    return CortexTransport.create(configuration, new Moshi.Builder().build());
  }

  @Test
  void doesNotSendACallAgainWithOtherCredentials() throws IOException {
    try (TestServer server = TestServer.answering(204, "", "");
        CortexTransport transport = server.transport()) {
      Call<Void> call = transport.api(ThingsApi.class).deleteAll();
      transport.execute(call);
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () -> transport.call(ThingsApi.class, api -> call, Credentials.of("other")));

      assertEquals("The call has already been sent; send its clone() instead", e.getMessage());
    }
  }

  @Test
  void answersNothingWithNull() throws IOException {
    try (TestServer server = TestServer.answering(204, "", "");
        CortexTransport transport = server.transport()) {
      assertNull(transport.call(ThingsApi.class, ThingsApi::deleteAll));
      assertNull(transport.callAsync(ThingsApi.class, ThingsApi::deleteAll).join());
    }
  }

  @Test
  void failsWithTypedErrors() throws IOException {
    try (TestServer server = TestServer.answering(404, "application/json", "{}");
        CortexTransport transport = server.transport()) {
      assertThrows(
          NotFoundException.class,
          () -> transport.call(ThingsApi.class, api -> api.create(new ThingsApi.Thing())));
      AtomicReference<Throwable> heard = new AtomicReference<>();
      CompletableFuture<?> failed =
          transport
              .callAsync(ThingsApi.class, ThingsApi::deleteAll)
              .whenComplete((body, failure) -> heard.set(failure));
      assertThrows(CompletionException.class, failed::join);
      assertInstanceOf(NotFoundException.class, heard.get());
    }
  }

  @Test
  void endingTheFutureEndsTheCall() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch failed = new CountDownLatch(1);
    CortexListener listener =
        new CortexListener() {
          @Override
          public void requestFailed(FailureEvent failure) {
            failed.countDown();
          }
        };
    try (TestServer server =
            new TestServer(
                exchange -> {
                  asked.countDown();
                  await(failed);
                });
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder()
                    .apiKey(TestServer.KEY)
                    .baseUrl(server.url())
                    .addListener(listener)
                    .build(),
                new Moshi.Builder().build())) {
      CompletableFuture<?> future = transport.callAsync(ThingsApi.class, api -> api.list("ALL"));
      asked.await();
      future.cancel(true);

      failed.await();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Retrofit reads annotations once for each that it makes. */
  @Test
  void makesAnInterfaceOnce() throws IOException {
    try (TestServer server = TestServer.answering(204, "", "");
        CortexTransport transport = server.transport()) {
      AtomicReference<ThingsApi> first = new AtomicReference<>();
      transport.call(
          ThingsApi.class,
          api -> {
            first.set(api);
            return api.deleteAll();
          });
      transport.call(
          ThingsApi.class,
          api -> {
            assertSame(first.get(), api);
            return api.deleteAll();
          });
      assertSame(first.get(), transport.api(ThingsApi.class));
    }
  }

  @Test
  void sendsACallOfAnotherTransportToItsHost() throws IOException {
    try (TestServer server = TestServer.answering(204, "", "");
        TestServer other = TestServer.answering(204, "", "");
        CortexTransport transport = server.transport();
        CortexTransport otherTransport = other.transport()) {
      transport.call(ThingsApi.class, api -> otherTransport.api(ThingsApi.class).deleteAll());

      assertEquals(List.of(), server.requests);
      assertEquals(List.of("DELETE /apps/app_1/things"), other.requests);
    }
  }

  @Test
  void sendsNothingUnlessTheOperationMakesACall() throws IOException {
    try (TestServer server = TestServer.answering(204, "", "");
        CortexTransport transport = server.transport()) {
      IllegalStateException thrown = new IllegalStateException();
      assertSame(
          thrown,
          assertThrows(
              IllegalStateException.class,
              () ->
                  transport.callAsync(
                      ThingsApi.class,
                      api -> {
                        throw thrown;
                      })));
      NullPointerException none =
          assertThrows(
              NullPointerException.class,
              () -> transport.call(ThingsApi.class, api -> (Call<Void>) null));
      assertEquals("the operation returned null instead of a call", none.getMessage());
      assertEquals(List.of(), server.requests);
    }
  }

  private CortexTransport repeating(FaultServer server) {
    return CortexTransport.create(
        CortexConfiguration.builder().apiKey("key").baseUrl(server.url()).build(),
        new Moshi.Builder().build(),
        time);
  }
}
