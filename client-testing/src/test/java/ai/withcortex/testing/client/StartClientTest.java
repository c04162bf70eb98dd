package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.GetWorkflowOptions;
import ai.withcortex.api.ListVersionsOptions;
import ai.withcortex.api.ListWorkflowsOptions;
import ai.withcortex.api.WorkflowsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.RunHandle;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StartRunRequest;
import ai.withcortex.model.Workflow;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeClock;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client starts and changes runs of a sandbox. */
final class StartClientTest {
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
  void startsARunThatEnds() {
    RunHandle run = workflow.start(INPUT);
    assertEquals(RunStatus.PENDING, Objects.requireNonNull(run.initial()).status());
    clock.advance(Duration.ofMinutes(1));
    assertEquals(RunStatus.COMPLETED, run.get().status());
    assertEquals(INPUT, run.get().input());
    assertEquals("{\"input\":{\"ticket\":\"Where?\"},\"background\":true}", body(0));
  }

  @Test
  void changesARun() {
    RunHandle run = workflow.start(INPUT);
    assertEquals(RunStatus.CANCELLED, run.cancel().status());
    RunHandle replay = run.replay("classify");
    assertEquals(INPUT, replay.get().input());
    assertEquals(
        Instant.parse("2025-06-14T17:00:00Z"),
        replay.changeRetention(Duration.ofDays(1)).retentionDueAt());
  }

  @Test
  void isTold() {
    StartRunRequest wrong = StartRunRequest.builder().workflowVersionId(JsonValue.of(99)).build();
    CortexApiException e = assertThrows(CortexApiException.class, () -> workflow.start(wrong));
    assertEquals(422, e.status());
    assertTrue(e.body().contains("Version not found"), e.body());
  }

  @Test
  void aLostResponseIsOfAStartedRun() {
    sandbox.faults(FaultScript.times(1, Fault.resetBeforeHeaders()));
    assertThrows(CortexException.class, () -> workflow.start(INPUT));
    assertEquals(1, starts());
    assertEquals(261, sandbox.runs("app_1", "work_1").size());
  }

  @Test
  void aLostRequestStartsNothing() {
    sandbox.faults(FaultScript.times(1, Fault.resetDuringRequest()));
    assertThrows(CortexException.class, () -> workflow.start(INPUT));
    assertEquals(1, starts());
    assertEquals(260, sandbox.runs("app_1", "work_1").size());
  }

  @Test
  void readsWorkflowsAndVersions() {
    Workflow read =
        cortex.call(
            WorkflowsApi.class,
            api -> GetWorkflowOptions.builder().build().call(api, "app_1", "work_1"));
    assertEquals("Returns desk", read.name());
    assertEquals(
        14,
        cortex
            .call(
                WorkflowsApi.class,
                api -> ListVersionsOptions.builder().build().call(api, "app_1", "work_1"))
            .size());
    ListWorkflowsOptions even = ListWorkflowsOptions.builder().tags("even").build();
    assertEquals(12, cortex.call(WorkflowsApi.class, api -> even.call(api, "app_1")).size());
    assertEquals(List.of(), cortex.drift().drifts());
  }

  private long starts() {
    return sandbox.requests().stream().filter(r -> "startRun".equals(r.operation())).count();
  }

  private String body(int index) {
    return sandbox.requests().get(index).body();
  }
}
