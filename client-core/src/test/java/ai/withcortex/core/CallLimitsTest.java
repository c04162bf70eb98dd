package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexApiException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

final class CallLimitsTest {
  /** Longer than the shortened total, and passed at once. */
  private static final Duration FIRST_DELAY = Duration.ofMinutes(1);

  private final FakeTime time = new FakeTime();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void asksBeforeEachRepetition() throws IOException {
    CallLimits once = CallLimits.NONE.mayRetry(() -> asked.incrementAndGet() <= 1);
    try (FaultServer server = new FaultServer("503");
        CortexTransport transport = transport(server)) {
      CortexApiException e =
          assertThrows(CortexApiException.class, () -> transport.execute(call(transport), once));

      assertEquals(503, e.status());
      assertEquals(2, e.attempts());
      assertEquals(2, asked.get());
      assertEquals(2, server.requests());
    }
  }

  @Test
  void asksWithoutBlocking() throws IOException {
    CallLimits never = CallLimits.NONE.mayRetry(() -> asked.incrementAndGet() < 0);
    try (FaultServer server = new FaultServer("503");
        CortexTransport transport = transport(server)) {
      CompletionException e =
          assertThrows(
              CompletionException.class,
              () -> transport.executeAsync(call(transport), never).join());

      assertInstanceOf(CortexApiException.class, e.getCause());
      assertEquals(1, server.requests());
    }
  }

  @Test
  void shortensTheTotal() throws IOException {
    try (FaultServer server = new FaultServer("503");
        CortexTransport transport = transport(server)) {
      CallLimits limits = CallLimits.NONE.total(Duration.ofSeconds(30));

      assertThrows(CortexApiException.class, () -> transport.execute(call(transport), limits));

      assertEquals(1, server.requests());
    }
  }

  @Test
  void refusesATotalOfNothing() {
    assertEquals(
        "total must be positive but is PT0S",
        assertThrows(IllegalArgumentException.class, () -> CallLimits.NONE.total(Duration.ZERO))
            .getMessage());
  }

  private static Call<List<Thing>> call(CortexTransport transport) {
    return transport.api(ThingsApi.class).list("ALL");
  }

  private CortexTransport transport(FaultServer server) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey("key")
            .baseUrl(server.url())
            .retryPolicy(
                RetryPolicy.builder().firstDelay(FIRST_DELAY).longestDelay(FIRST_DELAY).build())
            .build(),
        new Moshi.Builder().build(),
        time);
  }
}
