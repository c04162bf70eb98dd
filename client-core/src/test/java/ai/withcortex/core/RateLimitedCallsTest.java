package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.event.FailureEvent;
import com.squareup.moshi.Moshi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** Calls that wait for their turn at five requests per second, in time that the test moves on. */
@Timeout(20)
final class RateLimitedCallsTest {
  private static final Duration MINUTES = Duration.ofMinutes(5);
  private static final String NAME = "GET /apps/app_1/workflows/w2/runs";

  private interface Runs {
    @GET("apps/app_1/workflows/{id}/runs")
    Call<Void> list(@Path("id") String workflow);
  }

  /** A request that was sent, and the virtual time in milliseconds. */
  private record Sent(String workflow, long millis) {}

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private final HeardEvents heard = new HeardEvents();
  private final Dispatcher dispatcher = new Dispatcher();
  private final OkHttpClient http =
      new OkHttpClient.Builder().dispatcher(dispatcher).addInterceptor(this::answer).build();
  private VirtualTime time = new VirtualTime(MINUTES);
  private CortexTransport transport = transport(MINUTES);

  private Response answer(Interceptor.Chain chain) {
    String workflow = chain.request().url().pathSegments().get(3);
    sent.add(new Sent(workflow, Duration.ofNanos(time.nanoTime()).toMillis()));
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("")
        .body(ResponseBody.create("", null))
        .build();
  }

  private CortexTransport transport(Duration total) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey(TestServer.KEY)
            .okHttpClient(http)
            .totalTimeout(total)
            .requestsPerSecond(5)
            .addListener(heard)
            .build(),
        new Moshi.Builder().build(),
        time);
  }

  @AfterEach
  void close() {
    transport.close();
    dispatcher.executorService().shutdown();
  }

  /**
   * The interval is 210 ms, the second request starts another 250 ms later, and the share of each
   * workflow one request in 20 × 210 ms.
   */
  @Test
  void twentyWorkflowsAreFollowedAtFiveRequestsPerSecond() throws Exception {
    Semaphore waiting = new Semaphore(0);
    for (int i = 0; i < 20; i++) {
      follow("w" + i, waiting);
    }
    for (int i = 0; i < 400; i++) {
      // The workflow that was served asks again.
      waiting.acquire();
      time.runNext();
    }
    waiting.acquire();

    assertEquals(401, sent.size());
    assertAtMostFiveInAnySecond();
    Map<String, Long> latest = new HashMap<>();
    for (Sent one : sent) {
      long since = one.millis() - latest.getOrDefault(one.workflow(), 0L);
      assertTrue(since <= 2 * 20 * 200, () -> one + " after " + since + " ms");
      latest.put(one.workflow(), one.millis());
    }
    assertEquals(20, latest.size());
  }

  private void follow(String workflow, Semaphore waiting) {
    CompletableFuture<?> unused =
        async(workflow)
            .thenRun(
                () -> {
                  follow(workflow, waiting);
                  waiting.release();
                });
  }

  private void assertAtMostFiveInAnySecond() {
    for (int i = 5; i < sent.size(); i++) {
      assertTrue(sent.get(i).millis() - sent.get(i - 5).millis() > 1000, sent.get(i)::toString);
    }
  }

  @Test
  void aThousandCallsOfOneWorkflowDoNotStarveAnother() throws Exception {
    List<CompletableFuture<?>> greedy = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      greedy.add(async("greedy"));
    }
    greedy.get(0).get();
    for (int i = 0; i < 20; i++) {
      CompletableFuture<?> other = async("w2");
      time.runNext();
      time.runNext();
      other.get();
    }

    for (CompletableFuture<?> one : greedy.subList(0, 21)) {
      one.get();
    }
    assertEquals(41, sent.size());
    assertEquals(20, sent.stream().filter(one -> one.workflow().equals("w2")).count());
  }

  @Test
  void waitingAsynchronousCallsBlockNoThread() throws Exception {
    async("w1").get();
    for (int i = 0; i < 1000; i++) {
      CompletableFuture<?> unused = async("w1");
    }

    // The first one may not have left yet.
    assertTrue(dispatcher.runningCallsCount() <= 1);
    assertEquals(0, dispatcher.queuedCallsCount());
    for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
      for (StackTraceElement frame : stack) {
        assertFalse(frame.getClassName().startsWith(ClientCall.class.getName()), frame::toString);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eventsSayHowLongAnAttemptWaited(boolean isAsync) throws Exception {
    async("w1").get();
    heard.events.clear();
    CompletableFuture<?> waiting = isAsync ? async("w2") : blocking("w2");
    time.await(1);
    assertEquals(List.of(NAME), heardTexts());

    time.runNext();
    waiting.get();

    assertEquals(List.of(new Sent("w1", 0), new Sent("w2", 460)), sent);
    assertEquals(
        List.of(
            NAME,
            NAME + " attempt 1: HTTP 200 in PT0S after waiting PT0.46S",
            NAME + ": HTTP 200 after 1 attempt in PT0.46S"),
        heardTexts());
  }

  private List<String> heardTexts() {
    return heard.events.stream().map(Object::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({"503, PT0S, 2, after waiting PT1.3S", "503 after 2, PT2S, 1, ''"})
  void aRetryWaitsForItsTurnAfterItsDelay(String answer, String delay, int moments, String waited)
      throws Exception {
    for (boolean isAsync : new boolean[] {false, true}) {
      time = new VirtualTime(MINUTES);
      HeardEvents events = new HeardEvents();
      try (FaultServer server = new FaultServer(answer, "200");
          CortexTransport slow =
              CortexTransport.create(
                  CortexConfiguration.builder()
                      .apiKey(TestServer.KEY)
                      .baseUrl(server.url())
                      .requestsPerSecond(1)
                      .addListener(events)
                      .build(),
                  new Moshi.Builder().build(),
                  time)) {
        Call<?> call = slow.api(ThingsApi.class).list("ALL");
        CompletableFuture<?> answered =
            isAsync
                ? slow.executeAsync(call)
                : CompletableFuture.supplyAsync(() -> slow.execute(call));
        for (int i = 0; i < moments; i++) {
          time.runNext();
        }
        answered.get();

        String name = "GET /apps/app_1/things?status=ALL attempt 2";
        List<String> texts = events.events.stream().map(Object::toString).toList();
        assertTrue(texts.get(2).startsWith(name + " in " + delay), texts::toString);
        assertEquals((name + ": HTTP 200 in PT0S " + waited).trim(), texts.get(3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTurnAfterTheTotalTimeoutIsNotWaitedFor(boolean isAsync) throws Exception {
    transport.close();
    time = new VirtualTime(Duration.ofSeconds(1));
    transport = transport(Duration.ofSeconds(1));
    async("w1").get();
    for (int i = 0; i < 4; i++) {
      CompletableFuture<?> unused = async("w1");
    }
    CompletableFuture<?> fits = async("w3");
    heard.events.clear();

    CortexTimeoutException e =
        assertInstanceOf(
            CortexTimeoutException.class, failure(isAsync ? async("w1") : blocking("w1")));

    assertEquals(
        "GET /apps/app_1/workflows/w1/runs timed out: at 5.0 requests per second, its turn would"
            + " come in 1300 ms, with 1000 ms left of the total timeout of 1000 ms; send fewer"
            + " calls at a time, or increase totalTimeout",
        e.getMessage());
    assertEquals(CortexTimeoutException.Limit.TOTAL, e.limit());
    assertEquals(0, e.attempts());
    assertFalse(e.isRetryable());
    String name = "GET /apps/app_1/workflows/w1/runs";
    assertEquals(
        List.of(name, name + ": CortexTimeoutException in PT0S: " + e.getMessage()), heardTexts());
    // Those before it still have their turns.
    time.runNext();
    time.runNext();
    fits.get();
  }

  /** A walk with a time limit is such a call: it ends when its time has elapsed. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallWithItsOwnLimitWaitsUntilThen(boolean isAsync) throws Exception {
    async("w1").get();
    CallLimits limits = CallLimits.NONE.total(Duration.ofMillis(100));
    CompletableFuture<?> late =
        isAsync
            ? transport.executeAsync(call("w2"), limits)
            : CompletableFuture.runAsync(() -> transport.execute(call("w2"), limits));

    time.await(2);
    time.runNext();

    assertEquals(
        NAME
            + " timed out: at 5.0 requests per second, its turn did not come within the total"
            + " timeout of 100 ms; send fewer calls at a time, or increase totalTimeout",
        failure(late).getMessage());
    assertEquals(Duration.ofMillis(100).toNanos(), time.nanoTime());
    assertEquals(1, sent.size());
  }

  @Test
  void cancelingTheFutureEndsTheWait() throws Exception {
    async("w1").get();
    CompletableFuture<?> waiting = async("w2");

    waiting.cancel(true);

    assertItsTurnIsFree();
    assertEquals("CortexCanceledException", endOf(NAME));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancelingTheCallEndsTheWait(boolean isAsync) throws Exception {
    async("w1").get();
    Call<Void> call = call("w2");
    CompletableFuture<?> waiting =
        isAsync
            ? transport.executeAsync(call)
            : CompletableFuture.runAsync(() -> transport.execute(call));
    time.await(1);

    call.cancel();

    assertEquals(NAME + " was canceled", failure(waiting).getMessage());
    assertItsTurnIsFree();
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    async("w1").get();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              failure.complete(
                  assertThrows(RuntimeException.class, () -> transport.execute(call("w2"))));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    time.await(1);

    thread.interrupt();

    assertEquals(
        NAME + " was stopped because its thread was interrupted", failure.get().getMessage());
    assertTrue(flag.get());
    assertItsTurnIsFree();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closingEndsTheWait(boolean isAsync) throws Exception {
    async("w1").get();
    CompletableFuture<?> waiting = isAsync ? async("w2") : blocking("w2");
    time.await(1);

    transport.close();

    assertEquals(
        NAME + " was stopped because the client was closed", failure(waiting).getMessage());
    time.runNext();
    assertEquals(1, sent.size());
  }

  private void assertItsTurnIsFree() throws Exception {
    CompletableFuture<?> next = async("w3");
    time.runNext();
    next.get();
    assertEquals(List.of(new Sent("w1", 0), new Sent("w3", 460)), sent);
  }

  /** What the last event of the request says. */
  private String endOf(String request) {
    return heard.events.stream()
        .filter(event -> event.toString().startsWith(request + ": "))
        .map(event -> ((FailureEvent) event).failure())
        .findAny()
        .orElse("none");
  }

  private Call<Void> call(String workflow) {
    return transport.api(Runs.class).list(workflow);
  }

  private CompletableFuture<?> async(String workflow) {
    return transport.executeAsync(call(workflow));
  }

  private CompletableFuture<?> blocking(String workflow) {
    return CompletableFuture.supplyAsync(() -> transport.execute(call(workflow)));
  }

  private static Throwable failure(CompletableFuture<?> future) {
    return requireNonNull(assertThrows(ExecutionException.class, future::get).getCause());
  }
}
