package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.call.RetryBudget;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the fault matrix cannot say of repetitions in one call. */
final class RetriesTest {
  private final FakeTime time = new FakeTime();

  @Test
  void stopsRepeatingWhenFailuresOutweighSuccesses() throws IOException {
    try (FaultServer server = new FaultServer("503");
        CortexTransport transport = transport(server, RetryPolicy.standard())) {
      for (int i = 0; i < 1000; i++) {
        assertThrows(CortexApiException.class, () -> list(transport));
      }

      assertEquals(1100, server.requests());
    }
  }

  @Test
  void repeatsAgainAfterFiveSuccesses() throws IOException {
    List<String> script = new ArrayList<>(Collections.nCopies(200, "503"));
    script.addAll(Collections.nCopies(5, "200"));
    script.addAll(List.of("503", "200", "503"));
    try (FaultServer server = FaultServer.keepingAlive(script);
        CortexTransport transport =
            transport(server, RetryPolicy.builder().maxAttempts(2).build())) {
      for (int i = 0; i < 100; i++) {
        assertThrows(CortexApiException.class, () -> list(transport));
      }
      for (int i = 0; i < 6; i++) {
        list(transport);
      }
      assertThrows(CortexApiException.class, () -> list(transport));

      assertEquals(208, server.requests());
    }
  }

  @Test
  void capsDelaysAndSpreadsThem() {
    RetryPolicy policy = RetryPolicy.builder().maxAttempts(9999).build();
    RetryStrategy rule = new RetryStrategy(policy, time);

    assertEquals(Duration.ofSeconds(20).toNanos(), rule.backoffNanos(9998));
    time.chance = 0.5;
    assertEquals(Duration.ofMillis(200).toNanos(), rule.backoffNanos(2));
    time.chance = 0;
    assertEquals(0, rule.backoffNanos(2));
  }

  @Test
  void makesATimeLimitTwiceAsDear() {
    RetryBudget budget = new RetryBudget();
    CortexException timeout =
        new CortexTimeoutException("", null, CortexTimeoutException.Limit.READ, 1);
    CortexException other = new CortexConnectionException("", null, 1, true);

    for (int i = 0; i < 50; i++) {
      assertTrue(budget.take(timeout));
    }

    assertFalse(budget.take(other));
    for (int i = 0; i < 5; i++) {
      budget.giveBack();
    }
    assertFalse(budget.take(timeout));
    assertTrue(budget.take(other));
  }

  /** A connection leads to one server, and it would refuse again. */
  @Test
  void repeatsAMisdirectedRequestOverAnotherConnection() throws IOException {
    try (FaultServer server = FaultServer.keepingAlive(List.of("421", "200", "503", "200"));
        CortexTransport transport = transport(server, RetryPolicy.standard())) {
      list(transport);
      assertEquals(2, server.connections());
      list(transport);
      assertEquals(2, server.connections());
    }
  }

  private CortexTransport transport(FaultServer server, RetryPolicy policy) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey("key")
            .baseUrl(server.url())
            .retryPolicy(policy)
            .build(),
        new Moshi.Builder().build(),
        time);
  }

  private static void list(CortexTransport transport) {
    transport.execute(transport.api(ThingsApi.class).list("ALL"));
  }
}
