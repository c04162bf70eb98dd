package ai.withcortex.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.model.Run;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of the faults; DocsTest compares. */
final class FaultExampleTest {
  @Test
  void fault() {
    Fault busy = Fault.status(503).header("Retry-After", "1");
    Fault cut = Fault.truncatedBody();
    Fault slowAndBusy = Fault.delay(Duration.ofSeconds(2)).and(busy);

    assertEquals("truncated body", cut.toString());
    assertEquals("delay PT2S, status 503, header Retry-After", slowAndBusy.toString());
  }

  @Test
  void faultScript() {
    try (CortexSandbox sandbox =
        CortexSandbox.builder()
            .faults(
                FaultScript.inOrder(
                    Fault.status(503).header("Retry-After", "1"),
                    Fault.none(),
                    Fault.resetAfterHeaders()))
            .start()) {
      readAllPages(sandbox.baseUrl());
      sandbox.faults(FaultScript.seeded(7, 0.05, Fault.status(500), Fault.truncatedBody()));
      readAllPages(sandbox.baseUrl());
    }
  }

  @Test
  void gate() throws Exception {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient client = client(sandbox.baseUrl())) {
      PagedIterable<Run> runs = client.workflow("app_1", "work_1").runs();
      RequestGate gate = RequestGate.closed();
      sandbox.faults(FaultScript.times(1, Fault.hang(gate)));
      CompletableFuture<Long> count = CompletableFuture.supplyAsync(() -> runs.stream().count());
      assertTrue(gate.awaitArrivals(1, Duration.ofSeconds(10)));
      gate.open();
      assertEquals(260, count.get());
    }
  }

  private static void readAllPages(String baseUrl) {
    try (CortexClient client = client(baseUrl)) {
      client.workflow("app_1", "work_1").runs().forEach(run -> assertNotNull(run.id()));
    } catch (CortexException e) {
      assertNotNull(e.getMessage());
    }
  }

  private static CortexClient client(String baseUrl) {
    return CortexClient.builder().apiKey(CortexSandbox.DEFAULT_API_KEY).baseUrl(baseUrl).build();
  }
}
