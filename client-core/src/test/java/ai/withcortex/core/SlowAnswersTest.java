package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import com.squareup.moshi.Moshi;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** Calls that only the total time limits. */
@Timeout(60)
final class SlowAnswersTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final CallLimits ONLY_TOTAL = CallLimits.NONE.onlyTotal();

  private final CountDownLatch answer = new CountDownLatch(1);
  private final Semaphore arrived = new Semaphore(0);

  @ParameterizedTest
  @EnumSource(
      value = Limit.class,
      names = {"READ", "ATTEMPT"})
  void waitLongerThanTheLimitsOfAnAttempt(Limit limit) throws Exception {
    CortexConfiguration.Builder configuration =
        limit == Limit.READ
            ? CortexConfiguration.builder().readTimeout(SHORT)
            : CortexConfiguration.builder().attemptTimeout(SHORT);
    try (TestServer server = holding();
        CortexTransport transport = transport(server, configuration)) {
      CompletableFuture<ApiResponse<Thing>> blocked =
          started(() -> transport.execute(create(transport), ONLY_TOTAL));
      CompletableFuture<ApiResponse<Thing>> async =
          transport.executeAsync(create(transport), ONLY_TOTAL);
      arrived.acquire(2);

      // Both have waited for as long as this one once it has failed.
      CortexTimeoutException e =
          assertThrows(CortexTimeoutException.class, () -> transport.execute(create(transport)));
      assertEquals(limit, e.limit());
      answer.countDown();

      assertEquals(200, blocked.join().status());
      assertEquals(200, async.join().status());
    }
  }

  @Test
  void endWithTheTotalTime() throws Exception {
    try (TestServer server = holding();
        CortexTransport transport =
            transport(
                server, CortexConfiguration.builder().readTimeout(SHORT).totalTimeout(SHORT))) {
      CortexTimeoutException blocked =
          assertThrows(
              CortexTimeoutException.class, () -> transport.execute(create(transport), ONLY_TOTAL));
      CompletionException failed =
          assertThrows(
              CompletionException.class,
              () -> transport.executeAsync(create(transport), ONLY_TOTAL).join());
      CortexTimeoutException async =
          assertInstanceOf(CortexTimeoutException.class, requireNonNull(failed.getCause()));
      answer.countDown();

      for (CortexTimeoutException e : new CortexTimeoutException[] {blocked, async}) {
        assertEquals(Limit.TOTAL, e.limit());
        assertEquals(
            "POST /apps/app_1/things timed out: no complete response within the total timeout of"
                + " 50 ms",
            e.getMessage());
      }
    }
  }

  private TestServer holding() throws Exception {
    return new TestServer(
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          arrived.release();
          try {
            answer.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          TestServer.answer(exchange, 200, "{\"id\":\"t\",\"number\":1}".getBytes(UTF_8));
        });
  }

  private static CortexTransport transport(
      TestServer server, CortexConfiguration.Builder configuration) {
    return CortexTransport.create(
        configuration.apiKey(TestServer.KEY).baseUrl(server.url()).build(),
        new Moshi.Builder().add(Thing.class, new ThingJsonAdapter()).build());
  }

  private static Call<Thing> create(CortexTransport transport) {
    return transport.api(ThingsApi.class).create(new Thing());
  }

  private static <T> CompletableFuture<T> started(Supplier<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(call.get());
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }
}
