package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import ai.withcortex.core.HeldServer.Stage;
import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.call.CancellableCall;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import com.squareup.moshi.Moshi;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** Calls that something ends from outside, at every stage at which a server can hold them. */
@Timeout(20)
final class EndedCallsTest {
  private static final String CALL = "GET /apps/app_1/things ";

  @ParameterizedTest
  @EnumSource
  void closingEndsThem(Stage stage) throws Exception {
    try (HeldServer server = new HeldServer(stage)) {
      CortexTransport transport = patient(server);
      CompletableFuture<Throwable> blocked = blocked(transport, list(transport));
      CompletableFuture<ApiResponse<List<Thing>>> async = transport.executeAsync(list(transport));
      server.awaitCalls(2);

      transport.close();

      for (Throwable e : List.of(blocked.join(), failure(async))) {
        assertInstanceOf(CortexCanceledException.class, e);
        assertEquals(CALL + "was stopped because the client was closed", e.getMessage());
      }
      server.awaitNothingLeft(transport);
    }
  }

  @Test
  void noneStartsAfterClosing() throws Exception {
    try (FaultServer server = new FaultServer("200")) {
      CortexTransport transport = transport(server.url());
      transport.close();

      for (Executable call :
          List.<Executable>of(
              () -> transport.execute(list(transport)),
              () -> transport.executeAsync(list(transport)),
              () -> transport.call(ThingsApi.class, api -> api.list("ALL")),
              () -> transport.callAsync(ThingsApi.class, api -> api.list("ALL")))) {
        IllegalStateException e = assertThrows(IllegalStateException.class, call);
        assertEquals(
            "Expected an open client, found a closed one. Create a new client, or close this one"
                + " only after its last call; streams, walks, and watches also make calls.",
            e.getMessage());
      }
      assertEquals(0, server.requests());
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelingTheFutureEndsThem(Stage stage) throws Exception {
    try (HeldServer server = new HeldServer(stage);
        CortexTransport transport = patient(server)) {
      CompletableFuture<ApiResponse<List<Thing>>> async = transport.executeAsync(list(transport));
      server.awaitCalls(1);

      async.cancel(false);

      assertThrows(CancellationException.class, async::join);
      server.awaitNothingLeft(transport);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelingTheCallEndsThem(Stage stage) throws Exception {
    try (HeldServer server = new HeldServer(stage);
        CortexTransport transport = patient(server)) {
      Call<List<Thing>> first = list(transport);
      Call<List<Thing>> second = list(transport);
      CompletableFuture<Throwable> blocked = blocked(transport, first);
      CompletableFuture<ApiResponse<List<Thing>>> async = transport.executeAsync(second);
      server.awaitCalls(2);

      first.cancel();
      second.cancel();

      for (Throwable e : List.of(blocked.join(), failure(async))) {
        assertInstanceOf(CortexCanceledException.class, e);
        assertEquals(CALL + "was canceled", e.getMessage());
      }
      server.awaitNothingLeft(transport);
    }
  }

  @Test
  void aCancelWhileTheTransportTakesACallEndsIt() throws Exception {
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(server.url())) {
      Call<List<Thing>> real = list(transport);
      @SuppressWarnings("unchecked") // A mock of the interface, whatever the type of its answer.
      Call<List<Thing>> inner = mock(Call.class, delegatesTo(real));
      CancellableCall<List<Thing>> call = new CancellableCall<>(inner);
      for (boolean inTimeout : new boolean[] {false, true}) {
        if (inTimeout) {
          doAnswer(timeout -> canceling(call, real.timeout())).when(inner).timeout();
        } else {
          doAnswer(request -> canceling(call, real.request())).when(inner).request();
        }

        CortexException e = assertThrows(CortexException.class, () -> transport.execute(call));

        assertEquals(CALL + "was canceled", e.getMessage());
      }
      assertEquals(0, server.requests());
    }
  }

  private static <T> T canceling(Call<?> call, T value) {
    call.cancel();
    return value;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsCanceledBeforeItIsSentIsNot(boolean byLimits) throws Exception {
    CredentialsSupplier nobody =
        () -> {
          throw new AssertionError("asked");
        };
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder().credentials(nobody).baseUrl(server.url()).build(),
                new Moshi.Builder().build())) {
      Call<List<Thing>> first = list(transport);
      Call<List<Thing>> second = list(transport);
      CallLimits limits = CallLimits.NONE;
      if (byLimits) {
        limits = limits.until(CompletableFuture.completedFuture(null));
      } else {
        first.cancel();
        second.cancel();
      }
      CallLimits all = limits;

      Throwable blocked = assertThrows(CortexException.class, () -> transport.execute(first, all));
      Throwable async = failure(transport.executeAsync(second, all));

      assertEquals(CALL + "was canceled", blocked.getMessage());
      assertEquals(CALL + "was canceled", async.getMessage());
      assertEquals(0, server.requests());
    }
  }

  @ParameterizedTest
  @EnumSource
  void interruptingEndsThem(Stage stage) throws Exception {
    try (HeldServer server = new HeldServer(stage);
        CortexTransport transport = patient(server)) {
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      CompletableFuture<Throwable> failure = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                failure.complete(
                    assertThrows(CortexException.class, () -> transport.execute(list(transport))));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      thread.start();
      server.awaitCalls(1);

      thread.interrupt();

      assertEquals(
          CALL + "was stopped because its thread was interrupted", failure.join().getMessage());
      assertTrue(flag.join());
      server.awaitNothingLeft(transport);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theTotalLimitEndsThem(boolean async) throws Exception {
    try (FaultServer server = new FaultServer("503 after 0.001", "hang");
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder()
                    .apiKey(TestServer.KEY)
                    .baseUrl(server.url())
                    .totalTimeout(Duration.ofSeconds(2))
                    .build(),
                new Moshi.Builder().build())) {
      Throwable met =
          async
              ? failure(transport.executeAsync(list(transport)))
              : blocked(transport, list(transport)).join();

      CortexTimeoutException e = assertInstanceOf(CortexTimeoutException.class, met);
      assertEquals(CortexTimeoutException.Limit.TOTAL, e.limit());
      assertEquals(2, e.attempts());
      assertEquals(
          CALL + "timed out: no complete response within the total timeout of 2000 ms (2 attempts)",
          e.getMessage());
      server.awaitNoConnection();
    }
  }

  @Test
  void dependentsMayBlockWithoutBlockingOtherCalls() throws Exception {
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(server.url())) {
      List<CompletableFuture<Integer>> nested =
          IntStream.range(0, 200)
              .mapToObj(
                  i ->
                      transport
                          .executeAsync(list(transport))
                          .thenApply(r -> transport.executeAsync(list(transport)).join().status()))
              .toList();

      for (CompletableFuture<Integer> one : nested) {
        assertEquals(200, one.join());
      }
    }
  }

  @Test
  void leavesNoThreadThatKeepsAProgramAlive() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (FaultServer server = new FaultServer("503", "200");
        CortexTransport transport = transport(server.url())) {
      transport.executeAsync(list(transport)).join();

      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        boolean isOurs =
            !before.contains(thread) && thread.getName().matches("(?i).*(cortex|okhttp).*");
        assertTrue(thread.isDaemon() || !isOurs, thread::getName);
      }
    }
  }

  private static CortexTransport patient(HeldServer server) {
    return CortexTransport.create(server.configuration().build(), new Moshi.Builder().build());
  }

  private static CortexTransport transport(String url) {
    return CortexTransport.create(
        CortexConfiguration.builder().apiKey(TestServer.KEY).baseUrl(url).build(),
        new Moshi.Builder().build());
  }

  private static Call<List<Thing>> list(CortexTransport transport) {
    return transport.api(ThingsApi.class).list("query-canary");
  }

  private static CompletableFuture<Throwable> blocked(
      CortexTransport transport, Call<List<Thing>> call) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () ->
                failure.complete(
                    assertThrows(CortexException.class, () -> transport.execute(call))));
    thread.setDaemon(true);
    thread.start();
    return failure;
  }

  private static Throwable failure(CompletableFuture<?> future) {
    CompletionException e = assertThrows(CompletionException.class, future::join);
    return requireNonNull(e.getCause());
  }
}
