package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.header;
import static ai.withcortex.testing.SandboxCaller.ids;
import static ai.withcortex.testing.SandboxCaller.newRun;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SandboxDataTest {
  private static final String PATH = "/apps/a/workflows/w/runs";

  private final CortexSandbox sandbox = CortexSandbox.builder().empty().start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void beginsEmptyIfAskedTo() {
    assertEquals(List.of(), sandbox.runs("app_1", "work_1"));
    assertEquals(404, get(sandbox, SandboxCaller.RUNS).statusCode());
  }

  @Test
  void addsAWorkflowWithoutRuns() {
    sandbox.addWorkflow("a", "w");
    assertEquals("[]", get(sandbox, PATH).body());
    assertEquals("0", header(get(sandbox, PATH), "pagination-count"));
  }

  @Test
  void ordersRunsByTheTimeTheyWereCreated() {
    sandbox.add(newRun("middle", "2025-06-02T00:00:00Z"));
    sandbox.add(newRun("unknown", null));
    sandbox.add(newRun("newest", "2025-06-03T00:00:00Z"));
    sandbox.add(newRun("oldest", "2025-06-01T00:00:00Z"));
    sandbox.add(newRun("middle, later", "2025-06-02T00:00:00Z"));

    List<String> expected = List.of("newest", "middle, later", "middle", "oldest", "unknown");
    assertEquals(expected, ids(get(sandbox, PATH)));
    assertEquals(expected, sandbox.runs("a", "w").stream().map(Run::id).toList());
  }

  @Test
  void aNewRunMovesTheOthersToLaterPages() {
    sandbox.add(newRun("1", "2025-06-01T00:00:01Z"));
    sandbox.add(newRun("2", "2025-06-01T00:00:02Z"));
    assertEquals(List.of("1"), ids(get(sandbox, PATH + "?take=1&page=2")));

    sandbox.add(newRun("3", "2025-06-01T00:00:03Z"));
    assertEquals(List.of("2"), ids(get(sandbox, PATH + "?take=1&page=2")));
  }

  @Test
  void refusesASecondRunOfTheSameId() {
    sandbox.add(newRun("run_1", null));
    Run other = newRun("run_1", null).toBuilder().workflowId("other").build();
    Exception e = assertThrows(IllegalArgumentException.class, () -> sandbox.add(other));
    assertEquals("Run run_1 already exists; use replace() to change it", e.getMessage());
  }

  @Test
  void refusesWhatItCouldNotList() {
    Run run = newRun("run_1", null).toBuilder().createdAt(Instant.MAX).build();
    Exception e = assertThrows(IllegalArgumentException.class, () -> sandbox.add(run));
    assertEquals(
        "Run run_1 cannot be written as JSON: Expected a timestamp in the years 0000 to 9999 but found "
            + "+1000000000-12-31T23:59:59.999999999Z at path $.created_at",
        e.getMessage());
    assertEquals(List.of(), sandbox.runs("a", "w"));

    sandbox.add(newRun("run_1", null));
    assertThrows(IllegalArgumentException.class, () -> sandbox.replace(run));
    assertEquals(List.of(newRun("run_1", null)), sandbox.runs("a", "w"));
  }

  @Test
  void replacesByIdAndKeepsThePlaceOfTheSameTime() {
    sandbox.add(newRun("1", "2025-06-01T00:00:00Z"));
    sandbox.add(newRun("2", "2025-06-01T00:00:00Z"));
    Run failed = newRun("1", "2025-06-01T00:00:00Z").toBuilder().status(RunStatus.FAILED).build();

    assertTrue(sandbox.replace(failed));
    assertEquals(List.of("2", "1"), ids(get(sandbox, PATH)));
    assertEquals(List.of("1"), ids(get(sandbox, PATH + "?status=FAILED")));
    assertFalse(sandbox.replace(newRun("3", null)));
    assertEquals(2, sandbox.runs("a", "w").size());
  }

  @Test
  void replacingMayMoveARunToAnotherWorkflow() {
    sandbox.add(newRun("1", null));
    assertTrue(sandbox.replace(newRun("1", null).toBuilder().workflowId("other").build()));
    assertEquals("[]", get(sandbox, PATH).body());
    assertEquals(List.of("1"), ids(get(sandbox, "/apps/a/workflows/other/runs")));
  }

  @Test
  void removesById() {
    sandbox.add(newRun("1", null));
    assertTrue(sandbox.remove("1"));
    assertFalse(sandbox.remove("1"));
    assertEquals("[]", get(sandbox, PATH).body());
    sandbox.add(newRun("1", null));
  }

  @Test
  void clearKeepsTheWorkflows() {
    sandbox.add(newRun("1", null));
    sandbox.clear();
    assertEquals("[]", get(sandbox, PATH).body());
    assertFalse(sandbox.remove("1"));
  }

  @Test
  void runsAreASnapshot() {
    sandbox.add(newRun("1", null));
    List<Run> runs = sandbox.runs("a", "w");
    sandbox.clear();
    assertEquals(1, runs.size());
    assertThrows(UnsupportedOperationException.class, runs::clear);
  }
}
