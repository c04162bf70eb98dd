package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Page;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.RequestGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.ConnectionPool;
import org.junit.jupiter.api.Test;

/** What the client does with its connections, as a server sees it. */
final class ConnectionsTest {
  private static final int CALLS = 300;
  private static final int BUDGET = 100;

  /** Every call begins on the connection that the error answer of the one before left open. */
  @Test
  void sendsAgainAfterABrokenConnectionWithinABudget() {
    try (CortexSandbox sandbox = CortexSandbox.builder().faults(alternating()).start();
        CortexClient client = client(sandbox)) {
      for (int i = 0; i < CALLS; i++) {
        assertThrows(CortexException.class, () -> firstPage(client));
      }
      assertEquals(CALLS + BUDGET, sandbox.requests().size());

      sandbox.faults(FaultScript.inOrder(Fault.status(503), Fault.emptyAnswer()));
      assertThrows(CortexException.class, () -> firstPage(client));
      Exception e = assertThrows(CortexConnectionException.class, () -> firstPage(client));
      assertEquals(
          "GET /apps/app_1/workflows/work_1/runs failed: "
              + sandbox.baseUrl()
              + " closed the connection early or violated HTTP",
          e.getMessage());
    }
  }

  @Test
  void fiveAnswersPayForSendingAgain() {
    try (CortexSandbox sandbox = CortexSandbox.builder().faults(alternating()).start();
        CortexClient client = client(sandbox)) {
      for (int i = 0; i < CALLS; i++) {
        assertThrows(CortexException.class, () -> firstPage(client));
      }
      sandbox.faults(FaultScript.none());
      for (int i = 0; i < 5; i++) {
        firstPage(client);
      }
      sandbox.faults(FaultScript.times(1, Fault.emptyAnswer()));
      assertEquals(1, firstPage(client).items().size());
      sandbox.faults(FaultScript.times(1, Fault.emptyAnswer()));
      assertThrows(CortexConnectionException.class, () -> firstPage(client));
    }
  }

  @Test
  void keepsTheConnectionsOfManyCallsAtOnce() throws Exception {
    int calls = 20;
    RequestGate gate = RequestGate.closed();
    ExecutorService threads = Executors.newFixedThreadPool(calls);
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      CortexClient client = client(sandbox);
      sandbox.faults(FaultScript.always(Fault.hang(gate)));
      List<CompletableFuture<Page<Run>>> pages = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        pages.add(CompletableFuture.supplyAsync(() -> firstPage(client), threads));
      }
      assertTrue(gate.awaitArrivals(calls, Duration.ofMinutes(1)));
      gate.open();
      pages.forEach(CompletableFuture::join);

      ConnectionPool pool = HiddenPool.of(client);
      assertEquals(calls, pool.idleConnectionCount());
      client.close();
      assertEquals(0, pool.connectionCount());
    } finally {
      threads.shutdownNow();
    }
  }

  /** An error that leaves the connection open, and the end of the connection, again and again. */
  private static FaultScript alternating() {
    Fault[] faults = new Fault[2 * CALLS];
    for (int i = 0; i < faults.length; i++) {
      faults[i] = i % 2 == 0 ? Fault.status(503) : Fault.emptyAnswer();
    }
    return FaultScript.inOrder(faults);
  }

  private static CortexClient client(CortexSandbox sandbox) {
    return CortexClient.builder()
        .apiKey(sandbox.apiKey())
        .baseUrl(sandbox.baseUrl())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  private static Page<Run> firstPage(CortexClient client) {
    RunQuery query = RunQuery.builder().take(1).build();
    return client.workflow("app_1", "work_1").runs(query).pages().iterator().next();
  }
}
