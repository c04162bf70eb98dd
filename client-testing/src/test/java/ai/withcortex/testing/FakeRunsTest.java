package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.CortexJson;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.spec.SpecValidator;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("spec")
final class FakeRunsTest {
  private static final SpecValidator SPEC = SpecValidator.load();
  private static final JsonValue ANSWER = JsonValue.parse("{\"message\":\"Yes\"}");

  @Test
  void runsAreValid() {
    FakeRuns.list(30).forEach(FakeRunsTest::assertValid);
  }

  @Test
  void runsFollowFromTheirNumbers() {
    List<Run> runs = FakeRuns.list(1000);
    assertEquals(FakeRuns.list(1000), runs);
    assertEquals(1000, new HashSet<>(runs.stream().map(Run::id).toList()).size());
    assertEquals("run_0000001", runs.get(0).id());
    assertEquals(FakeRuns.run(1000), runs.get(999));
    assertEquals("run_1000000", FakeRuns.run(1_000_000).id());
    assertThrows(UnsupportedOperationException.class, () -> runs.remove(0));
  }

  @Test
  void theNewestRunComesFirst() {
    List<Run> runs = FakeRuns.list(100);
    for (int i = 1; i < runs.size(); i++) {
      assertEquals(
          requireNonNull(runs.get(i - 1).createdAt()).minusSeconds(1), runs.get(i).createdAt());
    }
  }

  @Test
  void mostRunsHaveCompleted() {
    List<RunStatus> statuses = FakeRuns.list(20).stream().map(Run::status).toList();
    assertEquals(2, statuses.stream().filter(RunStatus.FAILED::equals).count());
    assertEquals(2, statuses.stream().filter(RunStatus.CANCELLED::equals).count());
    assertEquals(16, statuses.stream().filter(RunStatus.COMPLETED::equals).count());
  }

  @Test
  void stepsFollowEachOther() {
    Run run = FakeRuns.withOutput(FakeRuns.run(1), "answer", StepType.MODEL, ANSWER);
    run = FakeRuns.withOutput(run, "store", StepType.CODE, JsonValue.NULL);
    assertEquals(RunStatus.COMPLETED, run.status());
    assertEquals(FakeRuns.run(1).endedAt(), run.endedAt());
    StepOutputs outputs = StepOutputs.of(run);
    assertEquals("Yes", requireNonNull(outputs.modelOutputs().get("answer")).get(0).text());
    assertEquals(List.of("answer", "store"), outputs.stream().map(StepOutput::key).toList());
    assertEquals(
        Map.of("answer", Duration.ofSeconds(1), "store", Duration.ofSeconds(1)),
        outputs.durations());
    assertEquals(run.endedAt(), requireNonNull(outputs.get("store")).end());

    run = FakeRuns.withOutput(run, "third", StepType.CODE, JsonValue.NULL);
    assertEquals(requireNonNull(FakeRuns.run(1).endedAt()).plusSeconds(1), run.endedAt());
    assertEquals(run.endedAt(), run.updatedAt());
    assertValid(run);
  }

  @Test
  void aRunFailsInItsLastStep() {
    Run answered = FakeRuns.withOutput(FakeRuns.run(1), "answer", StepType.MODEL, ANSWER);
    Run run = FakeRuns.failed(answered, "send", "No permission");
    assertEquals(RunStatus.FAILED, run.status());
    assertEquals("send: No permission", run.error());
    StepOutput step = StepOutputs.of(run).failed().get(0);
    assertEquals("send", step.key());
    assertEquals("No permission", step.error());
    assertEquals(run.endedAt(), step.end());
    assertValid(run);
    assertEquals(run, FakeRuns.failed(run, "send", "No permission"));
  }

  @Test
  void aRunThatHasNotStartedFails() {
    Run.Builder pending =
        FakeRuns.run(1).toBuilder().status(RunStatus.PENDING).startedAt(null).endedAt(null);
    Run run = FakeRuns.failed(pending.build(), "answer", "Too many tokens");
    assertEquals(FakeRuns.run(1).startedAt(), run.startedAt());
    assertEquals(requireNonNull(run.startedAt()).plusSeconds(1), run.endedAt());

    Run timeless = FakeRuns.failed(pending.createdAt(null).build(), "answer", "No");
    assertNull(timeless.startedAt());
    assertNull(StepOutputs.of(timeless).failed().get(0).start());
    assertValid(timeless);
  }

  private static void assertValid(Run run) {
    assertEquals(List.of(), SPEC.errors("Run", CortexJson.moshi().adapter(Run.class).toJson(run)));
  }

  @Test
  void aPageIsWhatASandboxServes() {
    List<Run> runs = FakeRuns.list(250);
    Page<Run> page = FakeRuns.page(runs, 2, 100);
    assertEquals(runs.subList(100, 200), page.items());
    assertEquals(2, page.number());
    assertEquals(100, page.take());
    assertTrue(page.isTakeConfirmed());
    assertEquals(250L, page.totalCount());
    try (CortexSandbox sandbox = CortexSandbox.builder().empty().slimRuns(250).start()) {
      String path = SandboxCaller.RUNS + "?page=2&take=100";
      var response = SandboxCaller.get(sandbox, path);
      assertEquals(page.items(), SandboxCaller.runs(response));
      for (String name : List.of("pagination-page", "pagination-take", "pagination-count")) {
        assertEquals(response.headers().allValues(name), page.headers().get(name));
      }
    }
  }

  @Test
  void thePageAfterTheLastIsEmpty() {
    List<Run> runs = FakeRuns.list(250);
    assertEquals(50, FakeRuns.page(runs, 3, 100).items().size());
    assertEquals(List.of(), FakeRuns.page(runs, 4, 100).items());
    assertEquals(List.of(), FakeRuns.page(runs, Integer.MAX_VALUE, Integer.MAX_VALUE).items());
    assertEquals(List.of(), FakeRuns.page(FakeRuns.list(0), 1, 100).items());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesMistakes(String message, Executable mistake) {
    Exception e = assertThrows(IllegalArgumentException.class, mistake);
    assertEquals(message, e.getMessage());
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("number must be from 1 to 1000000 but is 0", () -> FakeRuns.run(0)),
        mistake("number must be from 1 to 1000000 but is 1000001", () -> FakeRuns.run(1_000_001)),
        mistake("count must be from 0 to 1000000 but is -1", () -> FakeRuns.list(-1)),
        mistake("number must be at least 1 but is 0", () -> FakeRuns.page(List.of(), 0, 1)),
        mistake("take must be at least 1 but is 0", () -> FakeRuns.page(List.of(), 1, 0)),
        mistake(
            "count must be from 0 to 1000000 but is 1000001",
            () -> CortexSandbox.builder().slimRuns(1_000_001)));
  }

  private static Arguments mistake(String message, Executable mistake) {
    return Arguments.of(message, mistake);
  }
}
