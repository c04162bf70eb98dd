package ai.withcortex.examples.observing;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexJson;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.RequestGate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import retrofit2.Call;

/** Makes calls of each outcome that a listener hears of, against a sandbox of its own. */
final class ObservedCalls implements AutoCloseable {
  private static final String RUN =
      """
      {"id": "run_1", "input": {}, "output": {}, "status": "COMPLETED", "origin": "ENDPOINT",
       "started_at": null, "ended_at": null, "app_id": "app_1", "workflow_app_id": "app_1",
       "workflow_id": "work_1", "workflow_version_draft": null, "workflow_version": null,
       "created_at": null, "updated_at": null, "color": "red"}
      """;

  private final CortexSandbox sandbox = CortexSandbox.start();
  private final CortexTransport transport;

  ObservedCalls(CortexListener listener) {
    RetryPolicy quick =
        RetryPolicy.builder()
            .firstDelay(Duration.ofMillis(1))
            .longestDelay(Duration.ofMillis(1))
            .build();
    transport =
        CortexTransport.create(
            CortexConfiguration.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .retryPolicy(quick)
                .addListener(listener)
                .build(),
            CortexJson.moshi());
  }

  int port() {
    return Integer.parseInt(sandbox.baseUrl().substring(sandbox.baseUrl().lastIndexOf(':') + 1));
  }

  /** Succeeds at the second attempt. */
  void retry(boolean async) {
    sandbox.faults(FaultScript.times(1, Fault.status(503)));
    send("work_1", async);
  }

  /** Fails at the first attempt. */
  void fail(boolean async) {
    assertThrows(CortexException.class, () -> send("work_9", async));
  }

  /** Has an answer that is no JSON. */
  void failToRead() {
    sandbox.faults(FaultScript.times(1, Fault.none().body("text")));
    assertThrows(CortexException.class, () -> send("work_1", false));
  }

  /** Has no answer when it is canceled. */
  void cancel() throws InterruptedException {
    assertTrue(sendToWait().cancel(true));
  }

  /** Has no answer when the client is closed. */
  void closeClient() throws InterruptedException {
    CompletableFuture<?> waiting = sendToWait();
    transport.close();
    CompletionException failure = assertThrows(CompletionException.class, waiting::join);
    assertInstanceOf(CortexCanceledException.class, failure.getCause());
  }

  /** Reads two runs with a property that the spec does not have. */
  void drift() {
    sandbox.faults(FaultScript.times(1, Fault.none().body("[" + RUN + "," + RUN + "]")));
    send("work_1", false);
  }

  private CompletableFuture<?> sendToWait() throws InterruptedException {
    RequestGate gate = RequestGate.closed();
    sandbox.faults(FaultScript.times(1, Fault.hang(gate)));
    CompletableFuture<?> waiting = transport.executeAsync(listRuns("work_1"));
    assertTrue(gate.awaitArrivals(1, Duration.ofMinutes(1)));
    return waiting;
  }

  private void send(String workflowId, boolean async) {
    if (!async) {
      transport.execute(listRuns(workflowId));
      return;
    }
    try {
      transport.executeAsync(listRuns(workflowId)).join();
    } catch (CompletionException e) {
      throw assertInstanceOf(CortexException.class, e.getCause());
    }
  }

  private Call<List<Run>> listRuns(String workflowId) {
    return transport
        .api(RunsApi.class)
        .listRuns("app_1", workflowId, null, null, null, 1, 2, "canary");
  }

  @Override
  public void close() {
    transport.close();
    sandbox.close();
  }
}
