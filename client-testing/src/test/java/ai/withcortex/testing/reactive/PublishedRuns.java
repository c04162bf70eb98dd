package ai.withcortex.testing.reactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.RequestGate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The runs of a sandbox, read over HTTP in pages of 20, and what the server hears of it. */
final class PublishedRuns implements AutoCloseable {
  static final int TAKE = 20;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  final CortexSandbox sandbox;
  private final CortexClient client;

  /** What calls have failed with. */
  private final BlockingQueue<FailureEvent> failures = new LinkedBlockingQueue<>();

  /** Stands open; the requests that come through are counted. */
  private final RequestGate gate = RequestGate.closed();

  PublishedRuns() {
    gate.open();
    sandbox = CortexSandbox.builder().faults(FaultScript.always(Fault.hang(gate))).start();
    client =
        CortexClient.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .retryPolicy(RetryPolicy.none())
            .addListener(
                new CortexListener() {
                  @Override
                  public void requestFailed(FailureEvent failure) {
                    failures.add(failure);
                  }
                })
            .build();
  }

  PagedIterable<Run> list() {
    return list("app_1", "work_1");
  }

  PagedIterable<Run> list(String appId, String workflowId) {
    return client.workflow(appId, workflowId).runs(RunQuery.builder().page(1).take(TAKE).build());
  }

  /** What the list holds, as the sandbox knows it. */
  List<String> ids() {
    return ids("app_1", "work_1");
  }

  List<String> ids(String appId, String workflowId) {
    return sandbox.runs(appId, workflowId).stream().map(Run::id).toList();
  }

  int requests() {
    return sandbox.requests().size();
  }

  void awaitRequests(int count) throws InterruptedException {
    assertTrue(gate.awaitArrivals(count, LIMIT), "there are only " + requests() + " requests");
  }

  /** Has the second page take a day. */
  void delaySecondPage() {
    Fault arrival = Fault.hang(gate);
    sandbox.faults(FaultScript.inOrder(arrival, arrival.and(Fault.delay(Duration.ofHours(24)))));
  }

  /** Waits for the end of the call that was canceled, which the server has not answered. */
  void awaitCanceledCall() throws InterruptedException {
    FailureEvent failure = failures.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
    assertNotNull(failure, "no call has ended");
    String message = String.valueOf(failure.message());
    assertTrue(message.endsWith(" was canceled"), message);
    assertEquals(2, requests());
  }

  /** With how many requests the list is read where demand plays no part. */
  long requestsOfAWalk(WalkOptions options) {
    Walk<Run> walk = list().walk(options);
    walk.forEachRemaining(run -> {});
    return walk.receipt().requests();
  }

  @Override
  public void close() {
    client.close();
    sandbox.close();
  }
}
