package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.RunHandle;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeClock;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.FakeWorkflows;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.SandboxCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the guide on testing and Javadoc show of starts and workflows. */
final class StartExampleTest {
  private static final Map<String, JsonValue> INPUT = Map.of("ticket", JsonValue.of("Where?"));

  private final FakeClock clock = FakeClock.at(Instant.parse("2025-06-13T17:00:00Z"));
  private final CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start();
  private final CortexClient cortex =
      CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
  private final WorkflowHandle workflow = cortex.workflow("app_1", "work_1");

  @AfterEach
  void stop() {
    cortex.close();
    sandbox.close();
  }

  @Test
  void aRunFails() {
    sandbox.outcome(run -> FakeRuns.failed(run, "answer", "No answer"));
    RunHandle run = workflow.start(INPUT);
    clock.advance(Duration.ofMinutes(1));
    assertEquals("answer: No answer", run.get().error());
  }

  @Test
  void aRunFailsOrNeverEnds() {
    sandbox.outcome(run -> FakeRuns.failed(run, "answer", "The model did not answer"));
    sandbox.outcome(run -> run.toBuilder().status(RunStatus.RUNNING).endedAt(null).build());
    RunHandle run = workflow.start(INPUT);
    clock.advance(Duration.ofDays(1));
    assertEquals(RunStatus.RUNNING, run.get().status());
  }

  @Test
  void aStartIsLostBeforeOrAfterItIsCarriedOut() {
    Fault lostBefore = Fault.resetBeforeHeaders().notCarriedOut();
    Fault lostAfter = Fault.resetBeforeHeaders();
    sandbox.faults(FaultScript.inOrder(lostBefore, lostAfter));
    assertThrows(CortexException.class, () -> workflow.start(INPUT));
    assertEquals(260, sandbox.runs("app_1", "work_1").size());
    assertThrows(CortexException.class, () -> workflow.start(INPUT));
    assertEquals(261, sandbox.runs("app_1", "work_1").size());
  }

  @Test
  void aStartIsSentOnce() {
    sandbox.faults(FaultScript.times(1, Fault.resetBeforeHeaders().notCarriedOut()));
    assertThrows(CortexException.class, () -> workflow.start(INPUT));
    assertEquals("startRun", sandbox.requests().get(0).operation());
    assertEquals(1, sandbox.requests().size());
  }

  @Test
  void thereAreManyWorkflowsAndVersions() {
    FakeWorkflows.list(1_000).forEach(workflow -> sandbox.addWorkflow("app_2", workflow));
    FakeWorkflows.versions(500).forEach(v -> sandbox.addVersion("app_1", "work_1", v));
    String path = "/apps/app_2/workflows?take=1";
    assertEquals(
        "1000", SandboxCaller.header(SandboxCaller.get(sandbox, path), "pagination-count"));
    String versions = "/apps/app_1/workflows/work_1/versions?take=1";
    assertEquals(
        "514", SandboxCaller.header(SandboxCaller.get(sandbox, versions), "pagination-count"));
  }
}
