package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.RunHandle;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.awaiting.ProgressListener;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.core.Credentials;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.AuthenticationException;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeClock;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.RequestGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Awaits runs over HTTP; tests of the client itself use virtual time. */
@Timeout(120)
final class AwaitRunsTest {
  private static final Instant START = Instant.parse("2025-06-13T16:40:00Z");
  private static final Map<String, JsonValue> INPUT = Map.of();

  private final FakeClock clock = FakeClock.at(START);
  private final CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start();
  private final CortexClient cortex = client();
  private final WorkflowHandle workflow = cortex.workflow("app_1", "work_1");

  private CortexClient client() {
    return CortexClient.builder()
        .apiKey(sandbox.apiKey())
        .baseUrl(sandbox.baseUrl())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  @AfterEach
  void close() {
    cortex.close();
    sandbox.close();
  }

  private static AwaitOptions.Builder quick() {
    return AwaitOptions.builder()
        .shortestInterval(Duration.ofMillis(1))
        .longestInterval(Duration.ofMillis(20));
  }

  private RunHandle addRun(String id, RunStatus status) {
    Run run = FakeRuns.run(1).toBuilder().id(id).createdAt(START).endedAt(null).build();
    sandbox.add(run.toBuilder().status(RunStatus.RUNNING).result(null).build());
    if (status.isEnded()) {
      assertTrue(sandbox.changeStatus(id, status));
    }
    return workflow.run(id);
  }

  /** The clock moves on whenever something is told, so each status and step is seen. */
  @Test
  void tellsTheCallingThreadHowAStartedRunProgresses() {
    List<String> told = new ArrayList<>();
    Set<Thread> threads = new HashSet<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void statusSeen(Run run) {
            tell(run.status().value());
          }

          @Override
          public void stepEnded(Run run, StepOutput step) {
            tell(step.key() + " " + step.status());
          }

          private void tell(String what) {
            told.add(what);
            threads.add(Thread.currentThread());
            clock.advance(Duration.ofSeconds(1));
          }
        };
    RunHandle started = workflow.start(INPUT);
    Run ended = started.await(quick().listener(listener).build());

    assertEquals(started.id(), ended.id());
    assertEquals(ended, started.get());
    assertEquals(List.of("PENDING", "RUNNING"), told.subList(0, 2));
    assertEquals("COMPLETED", told.get(told.size() - 1));
    assertEquals(ended.output().size() + 3, told.size());
    assertEquals(Set.of(Thread.currentThread()), threads);
  }

  @Test
  void tellsAsynchronousCallersOnThreadsOfTheClient() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void statusSeen(Run run) {
            threads.add(Thread.currentThread().getName());
          }
        };
    Run ended =
        addRun("run", RunStatus.COMPLETED).awaitAsync(quick().listener(listener).build()).get();

    assertEquals("run", ended.id());
    assertEquals(Set.of("cortex-wait"), threads);
  }

  @Test
  void theEndedRunHasThePartsThatWereAskedFor() {
    List<Run> runs = sandbox.runs("app_1", "work_1");
    RunHandle run = workflow.run(runs.get(runs.size() - 1).id());
    GetRunOptions all = GetRunOptions.builder().addVerbose(RunVerbosity.ALL).build();
    Run whole = run.await(quick().runOptions(all).build());

    assertEquals(run.get(all), whole);
    assertEquals(run.get(), run.await(Duration.ofSeconds(60)));
    assertNotEquals(run.get(), whole);
  }

  @Test
  void aRunThatWasStartedAndIsOverNeedsNoRequest() {
    sandbox.outcome(run -> run.toBuilder().endedAt(run.createdAt()).startedAt(null).build());
    RunHandle started = workflow.start(INPUT);
    sandbox.clearRequests();
    Run ended = started.await(Duration.ofSeconds(60));

    assertEquals(started.initial(), ended);
    assertEquals(0, sandbox.requests().size());
  }

  @Test
  void aTimeLimitEndsTheWait() {
    RunHandle run = addRun("run", RunStatus.RUNNING);
    AwaitOptions options = quick().timeLimit(Duration.ofMillis(300)).build();

    CortexTimeoutException e = assertThrows(CortexTimeoutException.class, () -> run.await(options));
    assertEquals("Run run did not end within PT0.3S; last status seen: RUNNING", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> run.await(Duration.ZERO));
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    RunHandle run = addRun("run", RunStatus.RUNNING);
    CompletableFuture<Run> seen = new CompletableFuture<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void statusSeen(Run run) {
            seen.complete(run);
          }
        };
    AwaitOptions options =
        AwaitOptions.builder()
            .shortestInterval(Duration.ofHours(1))
            .longestInterval(Duration.ofHours(1))
            .listener(listener)
            .build();
    FutureTask<Boolean> awaiting =
        new FutureTask<>(
            () -> {
              CortexCanceledException e =
                  assertThrows(CortexCanceledException.class, () -> run.await(options));
              assertEquals(
                  "The wait for run run ended because its thread was interrupted; last status"
                      + " seen: RUNNING",
                  e.getMessage());
              return Thread.currentThread().isInterrupted();
            });
    Thread thread = new Thread(awaiting);
    thread.start();
    Run unused = seen.get();
    thread.interrupt();

    assertTrue(awaiting.get());
  }

  @Test
  void cancelingEndsTheRequest() throws Exception {
    RequestGate gate = RequestGate.closed();
    sandbox.faults(FaultScript.always(Fault.hang(gate)));
    CompletableFuture<Run> end = workflow.run("run").awaitAsync(AwaitOptions.DEFAULT);
    assertTrue(gate.awaitArrivals(1, Duration.ofMinutes(1)));
    assertTrue(end.cancel(true));
    gate.open();

    assertTrue(end.isCancelled());
  }

  @Test
  void closingEndsAllWaitsAtOnce() throws Exception {
    AwaitOptions options =
        AwaitOptions.builder()
            .shortestInterval(Duration.ofHours(1))
            .longestInterval(Duration.ofHours(1))
            .build();
    List<CompletableFuture<Run>> ends = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      RunHandle run = addRun("run_" + i, RunStatus.RUNNING);
      ends.add(
          i % 2 == 0
              ? run.awaitAsync(options)
              : CompletableFuture.supplyAsync(() -> run.await(options), this::inThread));
    }
    cortex.close();

    for (CompletableFuture<Run> end : ends) {
      Throwable cause = assertThrows(ExecutionException.class, end::get).getCause();
      IllegalStateException e = assertInstanceOf(IllegalStateException.class, cause);
      assertTrue(String.valueOf(e.getMessage()).contains("; last status seen: "), e::toString);
    }
    assertThrows(
        IllegalStateException.class, () -> workflow.run("run_1").await(Duration.ofSeconds(60)));
  }

  private void inThread(Runnable task) {
    new Thread(task).start();
  }

  @Test
  void aFailureSaysWhoWaited() {
    NotFoundException e =
        assertThrows(
            NotFoundException.class, () -> workflow.run("nobody").await(Duration.ofSeconds(60)));

    Throwable here = e.getSuppressed()[0];
    assertEquals("Run nobody was awaited here; last status seen: none", here.getMessage());
    assertTrue(
        List.of(here.getStackTrace()).stream()
            .anyMatch(frame -> frame.getClassName().equals(AwaitRunsTest.class.getName())));
  }

  @Test
  void awaitsWithOtherCredentialsShareNothing() throws Exception {
    RunHandle run = addRun("run", RunStatus.RUNNING);
    CompletableFuture<Run> mine = run.awaitAsync(quick().build());
    RunHandle theirs = workflow.withCredentials(Credentials.of("another")).run("run");

    assertThrows(AuthenticationException.class, () -> theirs.await(quick().build()));
    assertFalse(mine.isDone());
    assertTrue(sandbox.changeStatus("run", RunStatus.CANCELLED));
    assertEquals(RunStatus.CANCELLED, mine.get().status());
  }

  /** The context of a caller would be that of others whose runs share the request. */
  @Test
  void noRequestHasTheContextOfACaller() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    addRun("run", RunStatus.COMPLETED);
    try (CortexClient supplied =
        CortexClient.builder()
            .baseUrl(sandbox.baseUrl())
            .credentials(
                () -> {
                  threads.add(Thread.currentThread());
                  return sandbox.apiKey();
                })
            .build()) {
      RunHandle run = supplied.workflow("app_1", "work_1").run("run");
      assertEquals("run", run.await(Duration.ofSeconds(60)).id());
    }

    assertFalse(threads.isEmpty());
    assertFalse(threads.contains(Thread.currentThread()));
  }

  @Test
  void aThousandRunsShareRequestsAndNeedNoThreads() {
    AwaitOptions options =
        AwaitOptions.builder()
            .shortestInterval(Duration.ofMillis(200))
            .longestInterval(Duration.ofSeconds(1))
            .build();
    List<CompletableFuture<Run>> ends = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      ends.add(addRun("run_" + i, RunStatus.RUNNING).awaitAsync(options));
    }
    AtomicInteger most = new AtomicInteger();
    for (int i = 0; i < 1_000; i++) {
      assertTrue(sandbox.changeStatus("run_" + i, RunStatus.COMPLETED));
      if (i % 100 == 99) {
        ends.get(i).join();
        most.accumulateAndGet(waiting(), Math::max);
      }
    }
    for (int i = 0; i < 1_000; i++) {
      assertEquals("run_" + i, ends.get(i).join().id());
    }
    assertTrue(sandbox.requests().size() < 1_000, () -> sandbox.requests().size() + " requests");
    assertTrue(most.get() < 100, () -> most + " threads");
  }

  private static int waiting() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("cortex-wait"))
            .count();
  }

  @Test
  void missesNoEndOverFaults() {
    sandbox.faults(
        FaultScript.seeded(
            22,
            0.4,
            Fault.status(503),
            Fault.status(429).header("retry-after-ms", "5"),
            Fault.resetBeforeHeaders(),
            Fault.resetAfterHeaders(),
            Fault.truncatedBody(),
            Fault.html(502)));
    List<CompletableFuture<Run>> ends = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      ends.add(addRun("run_" + i, RunStatus.RUNNING).awaitAsync(quick().build()));
    }
    for (int i = 0; i < 60; i++) {
      assertTrue(sandbox.changeStatus("run_" + i, RunStatus.COMPLETED));
      assertEquals("run_" + i, ends.get(i).join().id());
    }
  }
}
