package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.ids;
import static ai.withcortex.testing.SandboxCaller.runs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mutations that say which run changes, and how. */
final class ChosenMutationTest {
  private static final MutationScript NONE = MutationScript.none();
  private static final Run FAILED =
      FakeRuns.failed(FakeRuns.run(1), "answer", "The model did not answer in time");

  /** When FakeRuns have just ended, and what a status that a test changes starts or ends at. */
  private static final Instant NOW = Instant.parse("2025-06-13T16:40:00Z");

  private final CortexSandbox sandbox = CortexSandbox.builder().empty().start();

  @BeforeEach
  void addTwo() {
    sandbox.add(FakeRuns.run(4));
    sandbox.add(FakeRuns.run(2));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void insertsARunAtItsTime() {
    sandbox.mutations(NONE.beforeRequest(2, Mutation.insert(FakeRuns.run(3))));
    assertEquals(List.of("run_0000002", "run_0000004"), ids(get(sandbox, RUNS)));
    List<Run> runs = runs(get(sandbox, RUNS));
    assertEquals(List.of(FakeRuns.run(2), FakeRuns.run(3), FakeRuns.run(4)), runs);
  }

  /** With {@link Mutation#insertFirst}, the list of failed runs stays empty here. */
  @Test
  void movesAListOfFailedRuns() {
    sandbox.mutations(NONE.beforeEachRequest(Mutation.insertFirst()));
    assertEquals(List.of(), ids(get(sandbox, RUNS + "?status=FAILED")));
    sandbox.mutations(NONE.beforeEachRequest(Mutation.insert(FAILED)));
    assertEquals(List.of(FAILED.id()), ids(get(sandbox, RUNS + "?status=FAILED")));
  }

  @Test
  void insertsAnotherRunIfTheIdIsTaken() {
    sandbox.mutations(NONE.beforeEachRequest(Mutation.insert(FAILED)));
    get(sandbox, RUNS);
    List<Run> runs = runs(get(sandbox, RUNS));
    assertEquals(
        List.of("run_added_1", "run_0000001", "run_0000002", "run_0000004"),
        runs.stream().map(Run::id).toList());
    assertEquals(FAILED.toBuilder().id("run_added_1").build(), runs.get(0));
  }

  @Test
  void insertsIntoTheWorkflowOfTheRequest() {
    sandbox.addWorkflow("a", "w");
    sandbox.mutations(NONE.beforeEachRequest(Mutation.insert(FAILED)));
    assertEquals(List.of(FAILED.id()), ids(get(sandbox, "/apps/a/workflows/w/runs")));
    assertEquals("w", sandbox.runs("a", "w").get(0).workflowId());
    assertEquals("a", sandbox.runs("a", "w").get(0).appId());
    assertEquals(2, sandbox.runs("app_1", "work_1").size());
  }

  @Test
  void changesAStatusBetweenRequests() {
    Run running = FakeRuns.run(1).toBuilder().status(RunStatus.RUNNING).endedAt(null).build();
    sandbox.mutations(
        MutationScript.none()
            .beforeRequest(2, Mutation.insert(running))
            .beforeRequest(3, Mutation.changeStatus(running.id(), RunStatus.FAILED)));
    assertEquals(2, runs(get(sandbox, RUNS)).size());
    assertEquals(RunStatus.RUNNING, runs(get(sandbox, RUNS)).get(0).status());
    Run failed = runs(get(sandbox, RUNS)).get(0);
    assertEquals(RunStatus.FAILED, failed.status());
    assertEquals(running.updatedAt(), failed.endedAt());
    assertNotNull(failed.error());
    assertEquals(3, runs(get(sandbox, RUNS)).size());
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, RUNNING, now, ",
    "PENDING, CANCELLED, , now",
    "PENDING, SKIPPED, , now",
    "PENDING, COMPLETED, now, now",
    "RUNNING, PENDING, , ",
    "RUNNING, FAILED, before, now",
    "RUNNING, PAUSED, before, ",
    "COMPLETED, RUNNING, before, ",
    "COMPLETED, FAILED, before, before",
  })
  void theTimesFollowTheStatus(
      String from, String to, @Nullable String startedAt, @Nullable String endedAt) {
    Instant before = Instant.parse("2025-06-01T00:00:00Z");
    boolean isEnded = from.equals("COMPLETED");
    sandbox.add(
        SandboxCaller.newRun("x", "2025-06-01T00:00:00Z").toBuilder()
            .status(RunStatus.of(from))
            .startedAt(from.equals("PENDING") ? null : before)
            .endedAt(isEnded ? before : null)
            .build());
    assertTrue(sandbox.changeStatus("x", RunStatus.of(to)));
    Run run = sandbox.runs("a", "w").get(0);
    assertEquals(RunStatus.of(to), run.status());
    assertEquals(time(startedAt, before), run.startedAt());
    assertEquals(time(endedAt, before), run.endedAt());
    assertEquals(NOW, run.updatedAt());
    assertEquals(to.equals("FAILED"), run.error() != null);
  }

  private static @Nullable Instant time(@Nullable String name, Instant before) {
    return name == null ? null : name.equals("now") ? NOW : before;
  }

  @Test
  void aChangeIsNotBeforeTheRun() {
    sandbox.add(SandboxCaller.newRun("x", "2030-01-01T00:00:00Z"));
    sandbox.changeStatus("x", RunStatus.RUNNING);
    Run run = sandbox.runs("a", "w").get(0);
    assertEquals(Instant.parse("2030-01-01T00:00:00Z"), run.startedAt());
  }

  @Test
  void changesASlimRun() {
    try (CortexSandbox slim = CortexSandbox.builder().empty().slimRuns(3).start()) {
      slim.changeStatus("run_0000002", RunStatus.RUNNING);
      List<Run> runs = slim.runs("app_1", "work_1");
      assertEquals(3, runs.size());
      assertEquals(RunStatus.RUNNING, runs.get(1).status());
      assertNull(runs.get(1).endedAt());
    }
  }

  @Test
  void doesNothingToARunThatIsNotThere() {
    assertFalse(sandbox.changeStatus("none", RunStatus.FAILED));
    sandbox.mutations(NONE.beforeRequest(1, Mutation.changeStatus("none", RunStatus.FAILED)));
    assertEquals(List.of(FakeRuns.run(2), FakeRuns.run(4)), runs(get(sandbox, RUNS)));
  }

  @Test
  void refusesARunThatCannotBeListed() {
    Run run = FAILED.toBuilder().createdAt(Instant.MAX).build();
    Exception e = assertThrows(IllegalArgumentException.class, () -> Mutation.insert(run));
    assertEquals(
        "Run run_0000001 cannot be written as JSON: Expected a timestamp in the years 0000 to 9999"
            + " but found +1000000000-12-31T23:59:59.999999999Z at path $.created_at",
        e.getMessage());
  }

  @Test
  void saysWhatItIs() {
    assertEquals("insert run_0000001", Mutation.insert(FAILED).toString());
    assertEquals("change x to FAILED", Mutation.changeStatus("x", RunStatus.FAILED).toString());
  }
}
