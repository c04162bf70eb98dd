package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Page;
import ai.withcortex.model.Run;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Most runs of a page carry the same version, byte for byte; they share one instance of it. */
final class SharedVersionsTest {
  private static final String RUN =
      """
      {"id":"run_%d","input":null,"output":{},"status":"COMPLETED","origin":"WORKFLOW",
       "started_at":null,"ended_at":null,"app_id":"app_1","workflow_app_id":"app_1",
       "workflow_id":"work_1","workflow_version_draft":null,"created_at":null,"updated_at":null,
       "workflow_version":{"id":"version_%d","steps":[{"type":"note","key":"a","note":"%s"}]}}
      """;

  @Test
  void aPageOfAHundredRunsWithTwoVersionsHoldsTwo() {
    List<Run> runs = page(number -> RUN.formatted(number, number % 2, "a note"));

    assertEquals(100, runs.size());
    assertEquals(2, instances(runs).size());
    for (int i = 0; i < runs.size(); i++) {
      assertEquals("version_" + i % 2, version(runs.get(i)).id());
      assertEquals("run_" + i, runs.get(i).id());
    }
  }

  @Test
  void versionsWithOneDifferenceStayTwo() {
    List<Run> runs =
        page(number -> RUN.formatted(number, 1, number == 57 ? "another note" : "a note"));

    Set<WorkflowVersion> instances = instances(runs);
    assertEquals(2, instances.size());
    assertEquals(
        1, runs.stream().filter(run -> !version(run).equals(version(runs.get(0)))).count());
  }

  @Test
  void anUnreadableRunLeavesTheVersionsOfTheOthersShared() {
    List<Run> runs =
        page(number -> number == 57 ? "{}" : RUN.formatted(number, number % 2, "a note"));

    assertEquals(99, runs.size());
    assertEquals(2, instances(runs).size());
  }

  private static List<Run> page(IntFunction<String> run) {
    String body = IntStream.range(0, 100).mapToObj(run).collect(Collectors.joining(",", "[", "]"));
    try (CortexSandbox sandbox =
            CortexSandbox.builder().faults(FaultScript.inOrder(Fault.none().body(body))).start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      Page<Run> page = cortex.workflow("app_1", "work_1").runs().pages().iterator().next();
      return page.items();
    }
  }

  private static Set<WorkflowVersion> instances(List<Run> runs) {
    Set<WorkflowVersion> instances = Collections.newSetFromMap(new IdentityHashMap<>());
    runs.forEach(run -> instances.add(version(run)));
    return instances;
  }

  private static WorkflowVersion version(Run run) {
    WorkflowVersion version = run.workflowVersion();
    assertNotNull(version);
    return version;
  }
}
