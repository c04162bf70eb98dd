package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.watching.Change;
import ai.withcortex.client.watching.ChangeIterator;
import ai.withcortex.client.watching.ChangeKind;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.WatchPosition;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeClock;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.MutationScript;
import ai.withcortex.testing.Observation;
import ai.withcortex.testing.PagingBehaviour;
import ai.withcortex.testing.RequestGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Watches runs over HTTP; what happens to them happens between or during the polls. */
@Timeout(60)
final class SandboxWatchTest {
  private static final RunQuery ALL = RunQuery.builder().build();

  private final CortexSandbox sandbox = CortexSandbox.builder().slimRuns(300).start();
  private final CortexClient client =
      CortexClient.builder()
          .apiKey(sandbox.apiKey())
          .baseUrl(sandbox.baseUrl())
          .retryPolicy(RetryPolicy.none())
          .build();
  private final WorkflowHandle workflow = client.workflow("app_1", "work_1");
  private final List<String> told = new ArrayList<>();
  private int polls;

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsWhatHappensBetweenPolls(boolean isAsync) {
    WatchOptions options =
        quick().window(100).pollLimit(5L).onPoll(position -> changeAfterPoll()).build();
    if (isAsync) {
      workflow.watch(ALL, options).forEachAsync(change -> told.add(change.toString())).join();
    } else {
      workflow.watch(ALL, options).forEach(change -> told.add(change.toString()));
    }

    assertEquals(
        List.of(
            "ADDED new_1 RUNNING",
            "CHANGED new_1 RUNNING -> COMPLETED",
            "VANISHED run_0000002 COMPLETED",
            "VANISHED run_0000001 COMPLETED"),
        told);
    // Page 0 is requested once.
    assertEquals(6, sandbox.requests().size());
  }

  @Test
  void tellsHowARunProgressesWithTheClock() {
    FakeClock clock = FakeClock.at(Instant.parse("2025-06-13T16:39:58Z"));
    WatchOptions options =
        quick().pollLimit(4L).onPoll(position -> clock.advance(Duration.ofSeconds(1))).build();
    try (CortexSandbox sandbox = CortexSandbox.builder().empty().clock(clock).start();
        CortexClient client =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      sandbox.add(FakeRuns.run(1));
      WorkflowHandle workflow = client.workflow("app_1", "work_1");
      workflow.watch(ALL, options).forEach(change -> told.add(change.toString()));
    }

    assertEquals(
        List.of("ADDED run_0000001 RUNNING", "CHANGED run_0000001 RUNNING -> COMPLETED"), told);
  }

  private void changeAfterPoll() {
    polls++;
    switch (polls) {
      case 1 -> sandbox.add(newRun("new_1", RunStatus.RUNNING));
      case 2 -> sandbox.replace(newRun("new_1", RunStatus.COMPLETED));
      case 3 -> {
        sandbox.remove(FakeRuns.run(1).id());
        sandbox.remove(FakeRuns.run(2).id());
      }
      default -> {}
    }
  }

  private static Run newRun(String id, RunStatus status) {
    return FakeRuns.run(1).toBuilder()
        .id(id)
        .status(status)
        .createdAt(Instant.parse("2025-06-13T16:40:00Z"))
        .build();
  }

  @Test
  void aRunVanishesFromAQueryForAnotherStatus() {
    sandbox.add(newRun("new_1", RunStatus.RUNNING));
    RunQuery running = RunQuery.builder().status(RunStatus.RUNNING).build();
    WatchOptions options =
        quick()
            .reportsExisting(true)
            .pollLimit(2L)
            .onPoll(position -> sandbox.replace(newRun("new_1", RunStatus.FAILED)))
            .build();
    workflow.watch(running, options).forEach(change -> told.add(change.toString()));

    assertEquals(List.of("ADDED new_1 RUNNING", "VANISHED new_1 RUNNING"), told);
  }

  @Test
  void losesNothingInAListThatChangesAllTheTimeThoughItDiesAndFails() {
    sandbox.clear();
    FakeRuns.list(50).forEach(sandbox::add);
    sandbox.faults(FaultScript.seeded(5, 0.2, Fault.status(503), Fault.truncatedBody()));
    Set<String> there = new HashSet<>();
    sandbox.runs("app_1", "work_1").forEach(run -> there.add(run.id()));
    WatchPosition position = watchAll(quick().pollLimit(1L).build(), there);
    sandbox.mutations(MutationScript.random(3, 2, 2));
    Observation observation = sandbox.observe("app_1", "work_1");
    for (int i = 0; i < 20; i++) {
      position = watchAndDie(quick().position(position).build(), there, i % 3 + 1);
    }
    sandbox.mutations(MutationScript.none());
    watchAll(quick().position(position).pollLimit(1L).build(), there);

    Set<String> now = new HashSet<>();
    sandbox.runs("app_1", "work_1").forEach(run -> now.add(run.id()));
    assertEquals(now, there);
    assertTrue(observation.added().size() > 20, () -> "added: " + observation.added());
  }

  private WatchPosition watchAll(WatchOptions options, Set<String> there) {
    return workflow.watch(ALL, options).forEachAsync(change -> apply(change, there)).join();
  }

  private WatchPosition watchAndDie(WatchOptions options, Set<String> there, int most) {
    try (ChangeIterator<Run> changes = workflow.watch(ALL, options).iterator()) {
      for (int i = 0; i < most; i++) {
        apply(changes.next(), there);
      }
      return WatchPosition.of(changes.position().text());
    }
  }

  private static void apply(Change<Run> change, Set<String> there) {
    if (change.kind() == ChangeKind.ADDED) {
      assertTrue(there.add(change.id()), change::toString);
    } else {
      assertSame(ChangeKind.VANISHED, change.kind());
      assertTrue(there.remove(change.id()), change::toString);
    }
  }

  @Test
  void survivesAnOutage() {
    sandbox.faults(FaultScript.times(20, Fault.status(503)));
    WatchOptions options = quick().pollLimit(2L).onPoll(position -> changeAfterPoll()).build();
    workflow.watch(ALL, options).forEach(change -> told.add(change.toString()));

    assertEquals(List.of("ADDED new_1 RUNNING"), told);
    assertEquals(22, sandbox.requests().size());
  }

  @Test
  void throwsTheFailureIfNoOutageIsAllowed() {
    sandbox.faults(FaultScript.always(Fault.status(503)));
    WatchOptions options = quick().outageLimit(Duration.ZERO).build();
    CompletableFuture<WatchPosition> end = workflow.watch(ALL, options).forEachAsync(change -> {});

    CompletionException e = assertThrows(CompletionException.class, end::join);
    assertEquals(503, assertInstanceOf(CortexApiException.class, e.getCause()).status());
    assertEquals(1, sandbox.requests().size());
  }

  @Test
  void closingEndsARequest() throws Exception {
    RequestGate gate = RequestGate.closed();
    sandbox.faults(FaultScript.always(Fault.hang(gate)));
    ChangeIterator<Run> changes = workflow.watch(ALL).iterator();
    FutureTask<Boolean> next = new FutureTask<>(changes::hasNext);
    Thread thread = new Thread(next);
    thread.start();
    assertTrue(gate.awaitArrivals(1, Duration.ofMinutes(1)));
    changes.close();

    assertFalse(next.get());
    thread.join();
    gate.open();
  }

  @ParameterizedTest
  @CsvSource({"1, , 1", "200, , 1", "200, 200, 1", "150, , 1", "200, 100, 3"})
  void aPollOfTheNewestTakesOneRequest(int window, @Nullable Integer take, int requests) {
    WatchOptions options = quick().window(window).pollLimit(1L).build();
    RunQuery query = RunQuery.builder().take(take).build();
    // The first poll may look for a page 0 as well.
    workflow.watch(query, options).forEach(change -> {});
    sandbox.clearRequests();

    workflow.watch(query, options).forEach(change -> {});
    assertEquals(requests, sandbox.requests().size());
  }

  @Test
  void aPollWorksWithAServerThatSendsShorterPages() {
    sandbox.paging(PagingBehaviour.standard().greatestTake(100));
    WatchOptions options = quick().reportsExisting(true).pollLimit(1L).build();
    workflow.watch(ALL, options).forEach(change -> told.add(change.toString()));

    assertEquals(200, told.size());
    // Three pages overlap, and the client looks for a page 0 once.
    assertEquals(4, sandbox.requests().size());
  }

  /** Window 5; the run is pushed to place 10, where it ends. An unknown status is no end. */
  @Test
  void aRunningRunThatIsPushedOutOfTheWindowIsFollowedToItsEnd() {
    sandbox.add(newRun("run", RunStatus.RUNNING));
    WatchOptions options =
        quick()
            .window(5)
            .pollLimit(5L)
            .onPoll(
                position -> {
                  polls++;
                  for (int i = 0; i < 3 && polls < 4; i++) {
                    sandbox.add(laterRun("later_" + polls + i));
                  }
                  sandbox.changeStatus(
                      "run", polls < 4 ? RunStatus.of("PAUSED") : RunStatus.FAILED);
                })
            .build();
    workflow
        .watch(ALL, options)
        .forEach(
            change -> {
              if (change.id().equals("run")) {
                told.add(change.toString());
              }
            });

    assertEquals(List.of("CHANGED run RUNNING -> PAUSED", "CHANGED run PAUSED -> FAILED"), told);
  }

  private static Run laterRun(String id) {
    return newRun(id, RunStatus.COMPLETED).toBuilder()
        .createdAt(Instant.parse("2025-06-13T16:41:00Z"))
        .build();
  }

  @Test
  void refusesAPositionOfAnotherQuery() {
    WatchOptions first = quick().pollLimit(1L).build();
    WatchPosition position = workflow.watch(ALL, first).forEachAsync(change -> {}).join();
    WatchOptions options = quick().position(position).build();
    RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).build();

    assertThrows(IllegalArgumentException.class, () -> workflow.watch(failed, options));
    assertThrows(
        IllegalArgumentException.class,
        () -> workflow.watch(RunQuery.builder().page(2).build(), quick().build()));
  }

  private static WatchOptions.Builder quick() {
    return WatchOptions.builder()
        .shortestInterval(Duration.ofMillis(1))
        .longestInterval(Duration.ofMillis(5));
  }
}
