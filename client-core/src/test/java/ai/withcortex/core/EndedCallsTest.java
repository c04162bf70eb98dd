package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.ThingsApi.Thing;
import com.squareup.moshi.Moshi;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/**
 * Calls that something ends from outside: before the answer, within its body, and between attempts.
 *
 * <p>The server would never answer, and the delay is an hour.
 */
@Timeout(20)
final class EndedCallsTest {
  private static final String CALL = "GET /apps/app_1/things ";

  @ParameterizedTest
  @ValueSource(strings = {"hang", "stall", "503 after 3600"})
  void closingEndsThem(String fault) throws Exception {
    try (FaultServer server = new FaultServer(fault)) {
      CortexTransport transport = patient(server.url());
      CompletableFuture<Throwable> blocked = blocked(transport, list(transport));
      CompletableFuture<ApiResponse<List<Thing>>> async = transport.executeAsync(list(transport));
      server.awaitRequests(2);

      transport.close();

      for (Throwable e : List.of(blocked.join(), failure(async))) {
        assertInstanceOf(CortexConnectionException.class, e);
        assertEquals(CALL + "was given up because the client was closed", e.getMessage());
      }
      server.awaitNoConnection();
    }
  }

  @Test
  void closingEndsLaterOnes() throws Exception {
    try (FaultServer server = new FaultServer("200")) {
      CortexTransport transport = patient(server.url());
      transport.close();

      for (Throwable e :
          List.of(
              blocked(transport, list(transport)).join(),
              failure(transport.executeAsync(list(transport))))) {
        assertEquals(CALL + "was given up because the client was closed", e.getMessage());
      }
      assertEquals(0, server.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "stall", "503 after 3600"})
  void cancelingTheFutureEndsThem(String fault) throws Exception {
    try (FaultServer server = new FaultServer(fault);
        CortexTransport transport = patient(server.url())) {
      CompletableFuture<ApiResponse<List<Thing>>> async = transport.executeAsync(list(transport));
      server.awaitRequests(1);

      async.cancel(false);

      assertThrows(CancellationException.class, async::join);
      server.awaitNoConnection();
      assertEquals(1, server.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "stall", "503 after 3600"})
  void cancelingTheCallEndsThem(String fault) throws Exception {
    try (FaultServer server = new FaultServer(fault);
        CortexTransport transport = patient(server.url())) {
      Call<List<Thing>> first = list(transport);
      Call<List<Thing>> second = list(transport);
      CompletableFuture<Throwable> blocked = blocked(transport, first);
      CompletableFuture<ApiResponse<List<Thing>>> async = transport.executeAsync(second);
      server.awaitRequests(2);

      first.cancel();
      second.cancel();

      for (Throwable e : List.of(blocked.join(), failure(async))) {
        assertEquals(CALL + "was given up because it was canceled", e.getMessage());
      }
      server.awaitNoConnection();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hang", "stall", "503 after 3600"})
  void interruptingEndsThem(String fault) throws Exception {
    try (FaultServer server = new FaultServer(fault);
        CortexTransport transport = patient(server.url())) {
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
      server.awaitRequests(1);

      thread.interrupt();

      assertEquals(
          CALL + "was given up because its thread was interrupted", failure.join().getMessage());
      assertTrue(flag.join());
      server.awaitNoConnection();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theTotalLimitEndsThem(boolean async) throws Exception {
    try (FaultServer server = new FaultServer("503 after 0.001", "hang");
        CortexTransport transport =
            CortexTransport.create(
                configuration(server.url()).totalTimeout(Duration.ofMillis(300)).build(),
                new Moshi.Builder().build())) {
      Throwable met =
          async
              ? failure(transport.executeAsync(list(transport)))
              : blocked(transport, list(transport)).join();

      CortexTimeoutException e = assertInstanceOf(CortexTimeoutException.class, met);
      assertEquals(CortexTimeoutException.Limit.TOTAL, e.limit());
      assertEquals(2, e.attempts());
      assertEquals(
          CALL + "was given up: no whole answer within the total timeout of 300 ms (2 attempts)",
          e.getMessage());
      server.awaitNoConnection();
    }
  }

  @Test
  void dependentsMayBlockWithoutBlockingOtherCalls() throws Exception {
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = patient(server.url())) {
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
    try (FaultServer server = new FaultServer("503", "200");
        CortexTransport transport =
            CortexTransport.create(
                configuration(server.url()).build(), new Moshi.Builder().build())) {
      transport.executeAsync(list(transport)).join();

      Thread.getAllStackTraces()
          .keySet()
          .forEach(
              thread ->
                  assertTrue(
                      thread.isDaemon() || !thread.getName().matches("(?i).*(cortex|okhttp).*"),
                      thread::getName));
    }
  }

  private static CortexTransport patient(String url) {
    return CortexTransport.create(configuration(url).build(), new Moshi.Builder().build());
  }

  private static CortexConfiguration.Builder configuration(String url) {
    Duration day = Duration.ofDays(1);
    return CortexConfiguration.builder()
        .apiKey(TestServer.KEY)
        .baseUrl(url)
        .totalTimeout(day)
        .readTimeout(day)
        .retryPolicy(RetryPolicy.builder().longestRetryAfter(day).build());
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
