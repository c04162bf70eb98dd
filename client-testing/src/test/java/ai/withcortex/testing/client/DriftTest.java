package ai.withcortex.testing.client;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.CortexClient;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.DriftEvent;
import ai.withcortex.core.json.DriftKind;
import ai.withcortex.model.Run;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An API that has grown: nothing is lost, and listeners hear of it. */
final class DriftTest {
  private static final String RUN =
      """
      {"id":"run_%d","input":null,"output":{"any":{"canary":1}},"status":"PAUSED","origin":"WORKFLOW",
       "started_at":null,"ended_at":null,"app_id":"app_1","workflow_app_id":"app_1",
       "workflow_id":"work_1","workflow_version_draft":null,"created_at":null,"updated_at":null,
       "priority":"canary","version":"canary","error":null,
       "workflow_version":{"id":"v_1","app_id":"app_1","workflow_id":"work_1","version":1,"key":"k",
         "input":{},
         "steps":[{"type":"note","key":"a","note":"","color":"canary"},
                  {"type":"canary","key":"b","anything":1}]}}
      """;

  private final List<DriftEvent> drift = new ArrayList<>();

  @Test
  void isToldByKindAndPathWithoutAnyValue() {
    String body = "[" + RUN.formatted(1) + "," + RUN.formatted(2) + "]";
    CortexListener listener =
        new CortexListener() {
          @Override
          public void driftFound(DriftEvent event) {
            drift.add(event);
          }
        };
    try (CortexSandbox sandbox =
            CortexSandbox.builder()
                .faults(
                    FaultScript.inOrder(Fault.none().body(body).withoutHeader("pagination-count")))
                .start();
        CortexClient cortex =
            CortexClient.builder()
                .apiKey(sandbox.apiKey())
                .baseUrl(sandbox.baseUrl())
                .addListener(listener)
                .build()) {
      Run run = cortex.workflow("app_1", "work_1").runs().iterator().next();

      assertEquals(
          List.of(
              "UNKNOWN_PROPERTY of Run at $[*].priority: a string (2 times)",
              "UNKNOWN_PROPERTY of NoteStep at $[*].workflow_version.steps[*].color: a string (2"
                  + " times)",
              "UNKNOWN_VALUE of RunStatus at $[*].status: a string (2 times)",
              "UNKNOWN_VARIANT of WorkflowStep at $[*].workflow_version.steps[*]: an object (2"
                  + " times)",
              "OTHER_KIND of Run at $[*].error: null (2 times)",
              "OTHER_KIND of Run at $[*].version: a string (2 times)"),
          drift.stream().map(event -> event.drift().toString()).toList());
      assertEquals(
          drift.stream().map(DriftEvent::drift).toList(), cortex.drift().drifts(), "the report");
      assertEquals(0, cortex.drift().omitted());
      assertEquals("/apps/{app_id}/workflows/{workflow_id}/runs", drift.get(0).route());
      assertEquals(DriftKind.UNKNOWN_PROPERTY, drift.get(0).drift().kind());
      assertEquals(2, drift.get(0).drift().count());
      assertEquals("PAUSED", run.status().value());
      WorkflowVersion version = requireNonNull(run.workflowVersion());
      assertEquals("canary", version.steps().get(1).type().value());
    }
  }
}
