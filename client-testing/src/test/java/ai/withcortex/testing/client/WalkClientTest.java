package ai.withcortex.testing.client;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.WalkPosition;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.RequestGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over HTTP, with a client that repeats at once. */
@Timeout(60)
final class WalkClientTest {
  private static final int RUNS = 450;

  /** Without a page, walks would ask for page 0, too. */
  private static final RunQuery FROM_PAGE_ONE = RunQuery.builder().page(1).build();

  private final CortexSandbox sandbox =
      CortexSandbox.builder().slimRuns(RUNS).faults(FaultScript.none()).start();
  private final CortexClient cortex =
      CortexClient.builder()
          .baseUrl(sandbox.baseUrl())
          .apiKey(sandbox.apiKey())
          .retryPolicy(
              RetryPolicy.builder()
                  .firstDelay(Duration.ofMillis(1))
                  .longestDelay(Duration.ofMillis(1))
                  .build())
          .build();
  private final PagedIterable<Run> runs = cortex.workflow("app_1", "work_1").runs(FROM_PAGE_ONE);
  private final List<String> ids = new ArrayList<>();

  @AfterEach
  void close() {
    cortex.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void readsEachRunOnce(int prefetch) {
    sandbox.faults(FaultScript.seeded(1, 0.2, Fault.status(503)));
    Receipt receipt = walk(WalkOptions.builder().prefetch(prefetch).build());

    assertEquals(RUNS, new HashSet<>(ids).size());
    assertEquals(Verdict.COMPLETE, receipt.verdict());
    assertEquals(sandbox.requests().size(), receipt.requests() + receipt.retries());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aTimeLimitEndsARequestOnItsWay(int prefetch) {
    sandbox.faults(FaultScript.inOrder(Fault.none(), Fault.hang(), Fault.hang(), Fault.hang()));
    WalkOptions.Builder options =
        WalkOptions.builder().prefetch(prefetch).timeLimit(Duration.ofSeconds(1));
    Receipt receipt = walk(options.build());

    assertEquals(Verdict.INCOMPLETE, receipt.verdict());
    assertEquals("the limit of PT1S was reached", receipt.reason());
    assertEquals(100, ids.size());
    sandbox.faults(FaultScript.none());
    walk(WalkOptions.builder().checkpoint(receipt.checkpoint()).build());
    assertEquals(RUNS, new HashSet<>(ids).size());
    assertEquals(RUNS, ids.size());
  }

  @Test
  void aLimitOfRequestsHoldsForRepetitions() {
    sandbox.faults(FaultScript.inOrder(Fault.none(), Fault.status(503), Fault.status(503)));
    Receipt receipt = walk(WalkOptions.builder().requestLimit(3L).build());

    assertEquals("the limit of 3 requests was reached", receipt.reason());
    assertEquals(3, sandbox.requests().size());
    assertEquals(2, receipt.requests());
    assertEquals(1, receipt.retries());
  }

  @Test
  void aLimitOfBytesCountsWhatWasReceived() {
    Receipt receipt = walk(WalkOptions.builder().byteLimit(1L).build());

    assertEquals("the limit of 1 bytes was reached", receipt.reason());
    assertEquals(100, ids.size());
    assertEquals(1, sandbox.requests().size());
  }

  @Test
  void aFailureSaysWhereTheWalkStood() {
    sandbox.faults(FaultScript.inOrder(Fault.none(), Fault.none(), Fault.status(501)));

    CortexApiException e = assertThrows(CortexApiException.class, () -> walk(WalkOptions.DEFAULT));
    WalkPosition position = requireNonNull(e.position());

    assertEquals(3, position.page());
    assertEquals(ids.size(), position.delivered());
    walk(WalkOptions.builder().checkpoint(Checkpoint.of(position.checkpoint())).build());
    assertEquals(RUNS, new HashSet<>(ids).size());
    assertEquals(RUNS, ids.size());
  }

  @Test
  void aTimeOutOfOneRequestIsAFailure() {
    try (CortexClient hasty =
        CortexClient.builder()
            .baseUrl(sandbox.baseUrl())
            .apiKey(sandbox.apiKey())
            .totalTimeout(Duration.ofMillis(500))
            .build()) {
      sandbox.faults(FaultScript.inOrder(Fault.hang()));
      Walk<Run> walk =
          hasty
              .workflow("app_1", "work_1")
              .runs()
              .walk(WalkOptions.builder().timeLimit(Duration.ofHours(1)).build());

      CortexTimeoutException e = assertThrows(CortexTimeoutException.class, walk::hasNext);
      assertEquals(CortexTimeoutException.Limit.TOTAL, e.limit());
      assertTrue(walk.hasNext());
    }
  }

  @Test
  void aRunThatCannotBeReadCostsThatRunOnly() {
    String body = "[" + run(1, "\"FAILED\"") + "," + run(2, "5") + "," + run(3, "\"FAILED\"") + "]";
    Fault three =
        Fault.none().body(body).header("pagination-take", "100").header("pagination-count", "3");
    List<String> unread = new ArrayList<>();
    sandbox.faults(FaultScript.inOrder(three, three));
    Receipt receipt =
        walk(
            WalkOptions.builder()
                .faults(
                    FaultPolicy.deliver(
                        item ->
                            unread.add(
                                item.index()
                                    + " "
                                    + requireNonNull(item.json().get("id")).asString())))
                .build());

    assertEquals(List.of("run_1", "run_3"), ids);
    assertEquals(List.of("1 run_2"), unread);
    assertEquals(1, receipt.faulted());
    assertEquals(Verdict.COMPLETE, receipt.verdict());

    ids.clear();
    CortexDataException e =
        assertThrows(CortexDataException.class, () -> walk(WalkOptions.DEFAULT));
    assertEquals(
        "Cannot read the response to GET /apps/app_1/workflows/work_1/runs:"
            + " Expected a string for 'status' of Run but found a number at path $[1].status",
        e.getMessage());
    assertEquals(List.of("run_1"), ids);
  }

  @Test
  void cancelingAFutureEndsTheCall() throws Exception {
    RequestGate gate = RequestGate.closed();
    sandbox.faults(FaultScript.inOrder(Fault.none(), Fault.hang(gate)));
    CountDownLatch page = new CountDownLatch(100);
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    CompletableFuture<Receipt> end =
        runs.forEachAsync(
            run -> page.countDown(), WalkOptions.builder().onEnd(receipt::complete).build());
    page.await();
    end.cancel(true);

    assertEquals(100, receipt.get().delivered());
    gate.open();
  }

  /** Nobody but the server knows what a token means. */
  @Test
  void sendsAnyTokenUnchangedWithEachPage() {
    String token = "no&such=token #é\n";
    PagedIterable<Run> marked =
        cortex.workflow("app_1", "work_1").runs(RunQuery.builder().next(token).build());

    assertEquals(RUNS, marked.stream().count());
    assertTrue(sandbox.requests().size() > 1);
    sandbox.requests().forEach(request -> assertEquals(token, request.query("next")));

    sandbox.faults(FaultScript.always(Fault.status(400).body("{\"message\":\"Unknown next\"}")));
    CortexApiException e =
        assertThrows(CortexApiException.class, () -> marked.iterator().hasNext());
    assertEquals(
        "HTTP 400 from GET /apps/app_1/workflows/work_1/runs: Unknown next", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void closingFromAnotherThreadEndsTheCall(int prefetch) throws Exception {
    RequestGate gate = RequestGate.closed();
    sandbox.faults(FaultScript.always(Fault.hang(gate)));
    List<Receipt> receipts = new ArrayList<>();
    Walk<Run> walk =
        runs.walk(WalkOptions.builder().prefetch(prefetch).onEnd(receipts::add).build());
    FutureTask<Boolean> reading = new FutureTask<>(walk::hasNext);
    new Thread(reading).start();
    assertTrue(gate.awaitArrivals(1, Duration.ofSeconds(30)));
    walk.close();

    assertFalse(reading.get());
    assertFalse(walk.hasNext());
    assertEquals(Verdict.INCOMPLETE, receipts.get(0).verdict());
    assertEquals(1, receipts.size());
    gate.open();
  }

  @Test
  void aCheckpointHoldsForItsQueryOnly() {
    Walk<Run> walk = runs.walk();
    walk.next();
    WalkOptions options = WalkOptions.builder().checkpoint(walk.checkpoint()).build();
    RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).build();

    assertThrows(
        IllegalArgumentException.class,
        () -> cortex.workflow("app_1", "work_1").runs(failed).walk(options));
    assertThrows(
        IllegalArgumentException.class, () -> cortex.workflow("c", "work_2").runs().walk(options));
    // How many runs are asked for at once is of no matter.
    RunQuery fewer = RunQuery.builder().take(50).build();
    cortex.workflow("app_1", "work_1").runs(fewer).walk(options).forEachRemaining(this::add);
    assertEquals(RUNS - 1, ids.size());
  }

  @Test
  void aCheckpointOfAnotherVerboseSaysWhatMustBeTheSame() {
    Walk<Run> walk = runs.walk();
    walk.next();
    WalkOptions options = WalkOptions.builder().checkpoint(walk.checkpoint()).build();
    RunQuery verbose = RunQuery.builder().addVerbose(RunVerbosity.ALL).build();

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> cortex.workflow("app_1", "work_1").runs(verbose).walk(options));
    assertEquals(
        "Expected a checkpoint of this query, found one of a different query; use the same IDs,"
            + " filters, verbose, next, and first page as the walk that created it",
        e.getMessage());
  }

  private static String run(int number, String status) {
    return "{\"id\":\"run_"
        + number
        + "\",\"status\":"
        + status
        + ",\"input\":null,\"output\":{},\"origin\":\"WORKFLOW\",\"started_at\":null,"
        + "\"ended_at\":null,\"app_id\":\"app_1\",\"workflow_app_id\":\"app_1\","
        + "\"workflow_id\":\"work_1\",\"workflow_version_draft\":null,\"workflow_version\":null,"
        + "\"created_at\":null,\"updated_at\":null}";
  }

  private void add(Run run) {
    ids.add(run.id());
  }

  private Receipt walk(WalkOptions options) {
    Walk<Run> walk = runs.walk(options);
    walk.forEachRemaining(this::add);
    return walk.receipt();
  }
}
