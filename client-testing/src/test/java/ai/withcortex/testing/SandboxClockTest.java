package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.ids;
import static ai.withcortex.testing.SandboxCaller.runs;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.spec.SpecValidator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that come, progress and end as the clock of the sandbox moves. */
final class SandboxClockTest {
  private static final Instant START = Instant.parse("2025-06-13T16:39:50Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  /**
   * Created nine seconds after the start and over two seconds later, with a step in each second.
   */
  private static final Run NEXT =
      FakeRuns.failed(
          FakeRuns.withOutput(FakeRuns.run(1), "answer", StepType.MODEL, JsonValue.of("Yes")),
          "send",
          "No permission");

  private final FakeClock clock = FakeClock.at(START);
  private final CortexSandbox sandbox = CortexSandbox.builder().empty().clock(clock).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aRunComesProgressesAndEnds() {
    sandbox.add(NEXT.toBuilder().startedAt(START.plusSeconds(10)).build());
    assertEquals("[]", get(sandbox, RUNS).body());

    clock.advance(Duration.ofSeconds(9));
    Run pending = listed();
    assertEquals(RunStatus.PENDING, pending.status());
    assertEquals(NEXT.createdAt(), pending.updatedAt());
    assertNull(pending.startedAt());
    assertEquals(0, pending.output().size());

    clock.advance(SECOND);
    Run running = listed();
    assertEquals(RunStatus.RUNNING, running.status());
    assertEquals(START.plusSeconds(10), running.startedAt());
    assertNull(running.endedAt());
    assertNull(running.error());
    assertEquals(List.of("answer COMPLETED", "send RUNNING"), steps(running));

    clock.advance(SECOND);
    assertEquals(NEXT.toBuilder().startedAt(START.plusSeconds(10)).build(), listed());
  }

  @Test
  void stepsThatHaveNotStartedAreNotListed() {
    sandbox.add(NEXT);
    clock.advance(Duration.ofSeconds(9));
    assertEquals(List.of("answer RUNNING"), steps(listed()));
    StepOutput answer = StepOutputs.of(listed()).iterator().next();
    assertEquals(StepType.MODEL, answer.type());
    assertEquals(NEXT.startedAt(), answer.start());
    assertNull(answer.end());
  }

  @Test
  void theMethodsOfTheSandboxSeeTheSameTime() {
    sandbox.add(NEXT);
    Observation observation = sandbox.observe("app_1", "work_1");
    assertEquals(List.of(), sandbox.runs("app_1", "work_1"));
    clock.advance(Duration.ofSeconds(9));
    assertEquals(Set.of(NEXT.id()), observation.added());
    assertEquals(RunStatus.RUNNING, sandbox.runs("app_1", "work_1").get(0).status());
    clock.advance(Duration.ofSeconds(2));
    assertEquals(List.of(NEXT), sandbox.runs("app_1", "work_1"));
    assertEquals(Set.of(), observation.removed());
  }

  @Test
  void slimRunsComeProgressAndEndLikeOthers() {
    for (Run run : FakeRuns.list(20)) {
      sandbox.add(run);
    }
    try (CortexSandbox slim = CortexSandbox.builder().empty().slimRuns(20).clock(clock).start()) {
      assertEquals(11, slim.runs("app_1", "work_1").size());
      for (int second = 0; second < 12; second++) {
        assertEquals(sandbox.runs("app_1", "work_1"), slim.runs("app_1", "work_1"));
        assertEquals(get(sandbox, RUNS).body(), get(slim, RUNS).body());
        clock.advance(SECOND);
      }
      assertEquals(FakeRuns.list(20), slim.runs("app_1", "work_1"));
    }
  }

  @Test
  void filtersSeeTheStatusOfTheMoment() {
    sandbox.add(NEXT);
    clock.advance(Duration.ofSeconds(9));
    assertEquals(List.of(NEXT.id()), ids(get(sandbox, RUNS + "?status=RUNNING")));
    assertEquals(List.of(), ids(get(sandbox, RUNS + "?status=FAILED")));
    clock.advance(Duration.ofDays(400));
    assertEquals(List.of(), ids(get(sandbox, RUNS + "?status=RUNNING")));
    assertEquals(List.of(NEXT.id()), ids(get(sandbox, RUNS + "?status=FAILED")));
  }

  @Test
  void aRunWithoutAnEndDoesNotEnd() {
    Run running = NEXT.toBuilder().status(RunStatus.RUNNING).endedAt(null).build();
    sandbox.add(running);
    clock.advance(Duration.ofDays(1));
    assertEquals(running, listed());
  }

  @Test
  void whatATestChangesStaysAsItIs() {
    sandbox.add(NEXT);
    assertFalse(sandbox.changeStatus(NEXT.id(), RunStatus.CANCELLED));
    clock.advance(Duration.ofSeconds(9));
    assertTrue(sandbox.changeStatus(NEXT.id(), RunStatus.CANCELLED));
    clock.advance(Duration.ofMinutes(1));
    assertEquals(RunStatus.CANCELLED, listed().status());
    assertEquals(NEXT.createdAt(), listed().endedAt());

    Run later = FakeRuns.run(1).toBuilder().createdAt(START.plusSeconds(100)).build();
    assertTrue(sandbox.replace(later));
    assertEquals("[]", get(sandbox, RUNS).body());
    assertTrue(sandbox.remove(NEXT.id()));
    assertFalse(sandbox.remove(NEXT.id()));
    sandbox.add(later);
    sandbox.clear();
    clock.advance(Duration.ofMinutes(5));
    assertEquals("[]", get(sandbox, RUNS).body());
  }

  @Test
  void insertedRunsAreCreatedNow() {
    sandbox.add(FakeRuns.run(100));
    sandbox.mutations(
        MutationScript.none()
            .beforeRequest(1, Mutation.insertFirst(), Mutation.insertAt(1))
            .beforeRequest(2, Mutation.insert(NEXT)));
    List<Run> runs = runs(get(sandbox, RUNS));
    assertEquals(List.of("run_added_1", "run_added_2", "run_0000100"), idsOf(runs));
    assertEquals(START, runs.get(0).createdAt());
    assertEquals(RunStatus.RUNNING, runs.get(0).status());
    assertEquals(RunStatus.COMPLETED, runs.get(1).status());

    clock.advance(Duration.ofSeconds(2));
    runs = runs(get(sandbox, RUNS));
    assertEquals(List.of("run_added_1", "run_added_2", "run_0000100"), idsOf(runs));
    assertEquals(RunStatus.COMPLETED, runs.get(0).status());
    clock.advance(Duration.ofSeconds(7));
    assertEquals(NEXT.id(), ids(get(sandbox, RUNS)).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-13T00:00:30Z", "2031-12-31T23:59:59.123456789Z"})
  void theDefaultRunsAreFromTheLastHours(String start) {
    FakeClock clock = FakeClock.at(Instant.parse(start));
    try (CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start()) {
      List<Run> runs = sandbox.runs("app_1", "work_1");
      assertEquals(260, runs.size());
      Instant newest = requireNonNull(runs.get(0).createdAt());
      assertTrue(newest.isBefore(clock.instant()), newest::toString);
      assertTrue(newest.isAfter(clock.instant().minus(Duration.ofHours(2))), newest::toString);
      assertEquals(List.of("PENDING", "RUNNING", "PENDING", "RUNNING"), statuses(runs));
      assertValid(sandbox);

      clock.advance(Duration.ofSeconds(3));
      assertValid(sandbox);
      clock.advance(Duration.ofMinutes(5));
      List<Run> later = sandbox.runs("app_1", "work_1");
      assertEquals(List.of("COMPLETED", "COMPLETED", "FAILED", "FAILED"), statuses(later));
      assertEquals(runs.subList(4, 260), later.subList(4, 260));
      assertValid(sandbox);
    }
  }

  @Test
  void aSeedGivesTheSameRunsAtAnyTime() {
    assertEquals(bodies(7, START), bodies(7, START));
    Instant later = START.plus(Duration.ofHours(30));
    assertNotEquals(bodies(7, START), bodies(7, later));
    assertEquals(timeless(7, START), timeless(7, later));
    assertNotEquals(timeless(7, START), timeless(8, START));
  }

  @Test
  void runsAreRelativeToNow() {
    Instant before = Instant.now();
    try (CortexSandbox sandbox = CortexSandbox.builder().clock(Clock.systemUTC()).start()) {
      Instant newest = requireNonNull(runs(get(sandbox, RUNS)).get(0).createdAt());
      assertTrue(newest.isAfter(before.minus(Duration.ofHours(2))), newest::toString);
      assertTrue(newest.isBefore(Instant.now()), newest::toString);
    }
  }

  @Test
  void withoutAClockNothingProgresses() {
    try (CortexSandbox sandbox = CortexSandbox.builder().empty().start()) {
      Run inFuture = NEXT.toBuilder().createdAt(Instant.parse("9999-01-01T00:00:00Z")).build();
      sandbox.add(inFuture);
      assertEquals(List.of(inFuture), runs(get(sandbox, RUNS)));
    }
  }

  @Test
  void timeDoesNotRunBackwards() {
    Instant[] now = {START.plusSeconds(10)};
    Clock jumping =
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now[0];
          }
        };
    try (CortexSandbox sandbox = CortexSandbox.builder().empty().clock(jumping).start()) {
      sandbox.add(NEXT);
      List<Run> before = sandbox.runs("app_1", "work_1");
      now[0] = START;
      assertEquals(before, sandbox.runs("app_1", "work_1"));
    }
  }

  private Run listed() {
    List<Run> runs = runs(get(sandbox, RUNS));
    assertEquals(1, runs.size());
    return runs.get(0);
  }

  private static List<String> steps(Run run) {
    return StepOutputs.of(run).stream().map(step -> step.key() + " " + step.status()).toList();
  }

  private static List<String> idsOf(List<Run> runs) {
    return runs.stream().map(Run::id).toList();
  }

  private static List<String> statuses(List<Run> runs) {
    return runs.subList(0, 4).stream().map(run -> run.status().value()).toList();
  }

  private static void assertValid(CortexSandbox sandbox) {
    for (String body : SandboxCaller.pages(sandbox, RUNS, true)) {
      assertEquals(List.of(), SpecValidator.load().errorsInArray("Run", body));
    }
  }

  private static List<String> bodies(long seed, Instant time) {
    Clock fixed = Clock.fixed(time, ZoneOffset.UTC);
    try (CortexSandbox sandbox = CortexSandbox.builder().seed(seed).clock(fixed).start()) {
      return SandboxCaller.pages(sandbox, RUNS, true);
    }
  }

  /** Returns the IDs, statuses and inputs of the runs for a seed. */
  private static String timeless(long seed, Instant time) {
    return bodies(seed, time).stream()
        .flatMap(body -> JsonValue.parse(body).asList().stream())
        .map(SandboxCaller::run)
        .map(run -> run.id() + run.status() + run.input())
        .collect(Collectors.joining("\n"));
  }
}
