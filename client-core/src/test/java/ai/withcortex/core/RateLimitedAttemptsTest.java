package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When attempts are sent and ask for their keys at five requests per second, in virtual time. */
@Timeout(20)
final class RateLimitedAttemptsTest {
  private static final Duration MINUTES = Duration.ofMinutes(5);

  /** So long that time never moves on to what is left of it. */
  private static final Duration TOTAL = MINUTES.multipliedBy(2);

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String NAME = "GET /apps/app_1/things?status=ALL";

  private final VirtualTime time = new VirtualTime(MINUTES);
  private final HeardEvents heard = new HeardEvents();
  private final Dispatcher dispatcher = new Dispatcher();
  private final List<Long> sent = new CopyOnWriteArrayList<>();
  private final List<Long> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);

  private CortexTransport open(
      FaultServer server, double rate, Duration total, OkHttpClient.Builder http) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .credentials(this::key)
            .baseUrl(server.url())
            .okHttpClient(http.dispatcher(dispatcher).addNetworkInterceptor(this::watched).build())
            .requestsPerSecond(rate)
            .totalTimeout(total)
            .addListener(heard)
            .build(),
        new Moshi.Builder().build(),
        time);
  }

  private CortexTransport open(FaultServer server) {
    return open(server, 5, TOTAL, new OkHttpClient.Builder());
  }

  private String key() {
    asked.add(millis());
    return TestServer.KEY;
  }

  private Response watched(Interceptor.Chain chain) throws IOException {
    sent.add(millis());
    return chain.proceed(chain.request());
  }

  private long millis() {
    return Duration.ofNanos(time.nanoTime()).toMillis();
  }

  private void passes(Duration span) throws InterruptedException {
    time.add(() -> {}, span.toNanos());
    time.runNext();
  }

  @AfterEach
  void close() {
    dispatcher.executorService().shutdown();
  }

  @Test
  void requestsThatWaitInTheDispatcherAreNotSentTogether() throws Exception {
    dispatcher.setMaxRequestsPerHost(1);
    OkHttpClient.Builder stalling =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  await(held);
                  return response;
                });
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = open(server, 5, TOTAL, stalling)) {
      List<CompletableFuture<?>> calls = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        calls.add(async(transport, CallLimits.NONE));
      }
      time.runNext();
      assertFalse(time.hasNext());
      passes(SECOND);

      held.countDown();
      for (int i = 0; i < 3; i++) {
        time.runNext();
      }
      for (CompletableFuture<?> call : calls) {
        call.get();
      }

      assertEquals(List.of(0L, 1460L, 1670L, 1880L, 2090L), sent);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theIntervalBeginsWhenARequestIsSentNotWhenItConnects(boolean isAsync) throws Exception {
    OkHttpClient.Builder slow =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  pass(Duration.ofMillis(150));
                  return List.of(InetAddress.getLoopbackAddress());
                });
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder()
                    .credentials(this::key)
                    .baseUrl(server.url().replace("127.0.0.1", "localhost"))
                    .okHttpClient(slow.addNetworkInterceptor(this::watched).build())
                    .requestsPerSecond(5)
                    .totalTimeout(TOTAL)
                    .build(),
                new Moshi.Builder().build(),
                time)) {
      (isAsync ? async(transport, CallLimits.NONE) : blocking(transport, CallLimits.NONE)).get();
      CompletableFuture<?> second =
          isAsync ? async(transport, CallLimits.NONE) : blocking(transport, CallLimits.NONE);
      time.runNext();
      if (!isAsync) {
        // The first turn was to ask for the key.
        time.runNext();
      }
      second.get();

      assertEquals(List.of(150L, 760L), sent);
    }
  }

  private void pass(Duration span) {
    try {
      passes(span);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Only a supplier of the client may need the context of an asynchronous caller. */
  @Test
  void keysAreAskedForInTurnExceptThatOfAnAsynchronousCallForItsClient() throws Exception {
    List<Long> own = new CopyOnWriteArrayList<>();
    CallLimits limits =
        CallLimits.NONE.credentials(
            Credentials.from(
                () -> {
                  own.add(millis());
                  return TestServer.KEY;
                }));
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = open(server)) {
      async(transport, CallLimits.NONE).get();
      List<CompletableFuture<?>> calls = new ArrayList<>();
      calls.add(async(transport, CallLimits.NONE));
      calls.add(async(transport, limits));
      time.runNext();
      time.runNext();
      calls.get(1).get();
      calls.add(blocking(transport, CallLimits.NONE));
      time.runNext();
      for (CompletableFuture<?> call : calls) {
        call.get();
      }

      assertEquals(List.of(0L, 0L, 880L), asked);
      assertEquals(List.of(670L), own);
      assertEquals(List.of(0L, 460L, 670L, 880L), sent);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void retriesAskForTheirKeysInTurn(boolean isAsync) throws Exception {
    try (FaultServer server = new FaultServer("503", "200");
        CortexTransport transport = open(server)) {
      CompletableFuture<?> call =
          isAsync ? async(transport, CallLimits.NONE) : blocking(transport, CallLimits.NONE);
      // The delay is over, then the turn to ask and the one to be sent come.
      time.runNext();
      time.runNext();
      time.runNext();
      call.get();

      assertEquals(List.of(0L, 210L), asked);
      assertEquals(List.of(0L, 460L), sent);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSlowSupplierNeitherHoldsUpOthersNorCausesABurst(boolean isAsync) throws Exception {
    CountDownLatch isAsked = new CountDownLatch(1);
    Credentials slow =
        Credentials.from(
            () -> {
              isAsked.countDown();
              await(held);
              return TestServer.KEY;
            });
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = open(server)) {
      async(transport, CallLimits.NONE).get();
      CallLimits limits = CallLimits.NONE.credentials(slow);
      CompletableFuture<?> late = isAsync ? async(transport, limits) : blocking(transport, limits);
      time.runNext();
      isAsked.await();
      CompletableFuture<?> other = async(transport, CallLimits.NONE);
      time.runNext();
      other.get();

      held.countDown();
      time.runNext();
      late.get();

      assertEquals(List.of(0L, 460L, 670L), sent);
      // It waited for two turns, and for its key between them.
      String waited = NAME + " attempt 1: HTTP 200 in PT0.25S after waiting PT0.42S";
      assertTrue(heardTexts().contains(waited), () -> heardTexts().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSupplierThatHangsEndsWithTheTotalTimeout(boolean isAsync) throws Exception {
    CountDownLatch isAsked = new CountDownLatch(1);
    List<Throwable> interrupts = new CopyOnWriteArrayList<>();
    Credentials hangs =
        Credentials.from(
            () -> {
              isAsked.countDown();
              try {
                held.await();
              } catch (InterruptedException e) {
                interrupts.add(e);
                throw new IllegalStateException(e);
              }
              return TestServer.KEY;
            });
    Duration total = Duration.ofSeconds(2);
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = open(server, 5, total, new OkHttpClient.Builder())) {
      CallLimits limits = CallLimits.NONE.credentials(hangs);
      // The first attempt asks on the thread that starts the call.
      CompletableFuture<?> call =
          CompletableFuture.supplyAsync(
              () -> (isAsync ? async(transport, limits) : blocking(transport, limits)).join());
      isAsked.await();

      passes(total);

      assertEquals(
          "GET /apps/app_1/things timed out: no complete response within the total timeout of 2000"
              + " ms",
          failure(call).getMessage());
      assertEquals(1, interrupts.size());
      assertEquals(List.of(), sent);
      async(transport, CallLimits.NONE).get();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRetryWhoseTurnWouldComeTooLateIsNotMade(boolean isAsync) throws Exception {
    try (FaultServer server = new FaultServer("503");
        CortexTransport transport =
            open(server, 0.5, Duration.ofSeconds(2), new OkHttpClient.Builder())) {
      CompletableFuture<?> call =
          isAsync ? async(transport, CallLimits.NONE) : blocking(transport, CallLimits.NONE);

      String message = String.valueOf(failure(call).getMessage());

      assertTrue(message.startsWith("HTTP 503 from GET /apps/app_1/things"), message);
      assertEquals(
          List.of(
              NAME,
              NAME + " attempt 1: HTTP 503 CortexApiException in PT0S",
              NAME + ": CortexApiException in PT0S: " + message),
          heardTexts());
    }
  }

  /** Because another call has joined the queue during the delay. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theLastFailureIsThrownIfTheTurnOfARetryHasMovedTooFar(boolean isAsync) throws Exception {
    try (FaultServer server = new FaultServer("503 after 1");
        CortexTransport transport =
            open(server, 1, Duration.ofSeconds(2), new OkHttpClient.Builder())) {
      CompletableFuture<?> call =
          isAsync ? async(transport, CallLimits.NONE) : blocking(transport, CallLimits.NONE);
      // The delay, and the deadline of an asynchronous call.
      time.await(isAsync ? 2 : 1);
      CompletableFuture<?> other = async(transport, CallLimits.NONE);
      time.runNext();

      String message = String.valueOf(failure(call).getMessage());

      assertTrue(message.startsWith("HTTP 503 from GET /apps/app_1/things"), message);
      assertFalse(other.isDone());
    }
  }

  @Test
  void listenersOfOkHttpDoNotRunOnTheTimer() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    OkHttpClient.Builder watched =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void callStart(Call call) {
                    threads.add(Thread.currentThread());
                  }
                });
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = open(server, 5, TOTAL, watched)) {
      async(transport, CallLimits.NONE).get();
      CompletableFuture<?> second = async(transport, CallLimits.NONE);
      // This thread takes the place of the timer's.
      time.runNext();
      second.get();
    }

    assertEquals(Thread.currentThread(), threads.get(0));
    assertTrue(threads.get(1).getName().startsWith("cortex-call"), threads::toString);
  }

  private List<String> heardTexts() {
    return heard.events.stream().map(Object::toString).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CompletableFuture<?> async(CortexTransport transport, CallLimits limits) {
    return transport.executeAsync(transport.api(ThingsApi.class).list("ALL"), limits);
  }

  private static CompletableFuture<?> blocking(CortexTransport transport, CallLimits limits) {
    return CompletableFuture.supplyAsync(
        () -> transport.execute(transport.api(ThingsApi.class).list("ALL"), limits));
  }

  private static Throwable failure(CompletableFuture<?> future) {
    return requireNonNull(assertThrows(ExecutionException.class, future::get).getCause());
  }
}
