package ai.withcortex.client.internal.awaiting;

import static ai.withcortex.client.internal.awaiting.FakeWorkflow.run;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A single run is awaited, in virtual time. */
final class AwaitsTest {
  private static final Duration NEVER = Duration.ofDays(999);

  private final VirtualTime time = new VirtualTime();
  private final OpenWaits waits = new OpenWaits();
  private final Awaits awaits = new Awaits(waits, time, () -> 0.5);
  private final FakeWorkflow workflow = new FakeWorkflow(time);
  private final List<String> told = new ArrayList<>();
  private final List<Double> asked = new ArrayList<>();
  private final Deque<Throwable> failures = new ArrayDeque<>();

  AwaitsTest() {
    workflow.latency = () -> Duration.ZERO;
    workflow.faults =
        request -> {
          asked.add(time.elapsed().toMillis() / 1000.0);
          return failures.poll();
        };
  }

  /** However an await ended, nothing is left of it. */
  @AfterEach
  void keepsNothing() {
    assertTrue(awaits.isEmpty());
    assertEquals(0, time.pending());
    assertEquals(0, workflow.inFlight);
  }

  private CompletableFuture<Run> await(AwaitOptions.Builder options) {
    return awaits.awaitAsync(workflow, "run", null, options.build());
  }

  private CompletableFuture<Run> await() {
    return await(AwaitOptions.builder());
  }

  @Test
  void pollsLessOftenTheLongerItTakes() {
    workflow.add("run", Duration.ofSeconds(100));
    CompletableFuture<Run> end = await();
    time.pass(Duration.ofSeconds(200));

    assertEquals(RunStatus.COMPLETED, end.join().status());
    assertEquals(
        List.of(0.0, 1.5, 3.75, 7.125, 12.187, 19.781, 31.171, 48.257, 73.886, 103.886), asked);
  }

  @Test
  void variesTheIntervals() {
    workflow.add("run", NEVER);
    List<Double> random = new ArrayList<>(List.of(0.0, 1.0));
    Awaits varying = new Awaits(waits, time, () -> random.remove(0));
    CompletableFuture<Run> end =
        varying.awaitAsync(
            workflow,
            "run",
            run("run", RunStatus.PENDING),
            AwaitOptions.builder().timeLimit(Duration.ofSeconds(2)).build());
    time.pass(Duration.ofSeconds(3));

    assertTrue(end.isCompletedExceptionally());
    assertEquals(List.of(0.9), asked);
    assertTrue(random.isEmpty());
  }

  @Test
  void aRunThatWasSeenIsNotPolledAtOnce() {
    workflow.add("run", Duration.ZERO);
    Run seen = run("run", RunStatus.PENDING);
    CompletableFuture<Run> end = awaits.awaitAsync(workflow, "run", seen, AwaitOptions.DEFAULT);
    time.pass(Duration.ofSeconds(2));

    assertTrue(end.isDone());
    assertEquals(List.of(1.0), asked);
  }

  @Test
  void aRunThatHasEndedNeedsNoRequest() {
    Run seen = run("run", RunStatus.FAILED);
    AwaitOptions options = AwaitOptions.builder().listener(new Told(told)).build();
    CompletableFuture<Run> end = awaits.awaitAsync(workflow, "run", seen, options);
    assertFalse(end.isDone());
    time.pass(Duration.ZERO);

    assertSame(seen, end.join());
    assertEquals(List.of("FAILED"), told);
    assertEquals(List.of(), workflow.requests);
    assertSame(seen, awaits.await(workflow, "run", seen, AwaitOptions.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theEndedRunHasThePartsThatWereAskedFor(boolean isSeen) {
    workflow.add("run", Duration.ZERO);
    GetRunOptions all = GetRunOptions.builder().addVerbose(RunVerbosity.ALL).build();
    CompletableFuture<Run> end =
        awaits.awaitAsync(
            workflow,
            "run",
            isSeen ? run("run", RunStatus.COMPLETED) : null,
            AwaitOptions.builder().runOptions(all).listener(new Told(told)).build());
    failures.add(down());
    time.pass(Duration.ofSeconds(5));

    assertEquals("verbose", end.join().error());
    assertEquals(List.of("COMPLETED"), told);
    assertEquals(
        isSeen ? List.of("run verbose", "run verbose") : List.of("run", "run", "run verbose"),
        workflow.requests);
  }

  @Test
  void endsWhenTheTimeIsUp() {
    workflow.add("run", NEVER);
    CortexConnectionException last = down();
    CompletableFuture<Run> end = await(AwaitOptions.builder().timeLimit(Duration.ofSeconds(3)));
    time.pass(Duration.ofSeconds(1));
    failures.add(last);
    time.pass(Duration.ofMillis(1999));
    assertFalse(end.isDone());
    time.pass(Duration.ofMillis(1));

    CortexTimeoutException e = assertInstanceOf(CortexTimeoutException.class, failure(end));
    assertEquals("Run run did not end within PT3S; last status seen: RUNNING", e.getMessage());
    assertSame(CortexTimeoutException.Limit.TOTAL, e.limit());
    assertSame(last, e.getCause());
  }

  @Test
  void endsInTheMidstOfARequest() {
    workflow.add("run", NEVER);
    workflow.latency = () -> Duration.ofSeconds(10);
    CompletableFuture<Run> end = await(AwaitOptions.builder().timeLimit(Duration.ofSeconds(3)));
    time.pass(Duration.ofSeconds(3));

    assertEquals(
        "Run run did not end within PT3S; last status seen: none", failure(end).getMessage());
    assertEquals(1, workflow.canceled);
    time.pass(Duration.ofSeconds(10));
  }

  @Test
  void cancelingSaysTheLastStatus() {
    workflow.add("run", NEVER);
    CompletableFuture<Run> end = await();
    time.pass(Duration.ofSeconds(60));
    assertTrue(end.cancel(true));
    assertTrue(end.cancel(true));

    assertTrue(end.isCancelled());
    CancellationException e = assertThrows(CancellationException.class, end::join);
    // On newer JDKs, join() wraps the exception of the future.
    Throwable thrown = e.getCause() == null ? e : e.getCause();
    assertEquals(
        "The wait for run run was canceled; last status seen: RUNNING", thrown.getMessage());
  }

  @Test
  void completingTheFutureEndsTheAwait() {
    workflow.add("run", NEVER);
    CompletableFuture<Run> end = await();
    time.pass(Duration.ofSeconds(60));
    assertTrue(end.complete(run("own", RunStatus.SKIPPED)));
    assertFalse(end.cancel(true));
  }

  @Test
  void closingEndsTheWaitAtOnce() {
    workflow.add("run", NEVER);
    CompletableFuture<Run> end = await();
    time.pass(Duration.ofSeconds(60));
    int requests = asked.size();
    waits.close();
    time.pass(Duration.ZERO);

    IllegalStateException e = assertInstanceOf(IllegalStateException.class, failure(end));
    assertEquals(
        "The client was closed before run run ended; last status seen: RUNNING", e.getMessage());
    assertEquals(requests, asked.size());
  }

  /** The transport ends its calls before it is known that the client is closed. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingEndsARequest(boolean isRefused) {
    workflow.add("run", NEVER);
    failures.add(
        isRefused
            ? new IllegalStateException("Expected an open client")
            : new CortexCanceledException("closed", null, 1));
    CompletableFuture<Run> end = await(AwaitOptions.builder().outageLimit(Duration.ZERO));
    time.pass(Duration.ZERO);
    waits.close();
    time.pass(Duration.ZERO);

    IllegalStateException e = assertInstanceOf(IllegalStateException.class, failure(end));
    assertTrue(String.valueOf(e.getMessage()).endsWith("; last status seen: none"), e::toString);
  }

  @Test
  void goesOnIfSomebodyElseCancelsARequest() {
    workflow.add("run", Duration.ZERO);
    failures.add(new CortexCanceledException("by the owner of the OkHttpClient", null, 1));
    CompletableFuture<Run> end = await(AwaitOptions.builder().outageLimit(Duration.ZERO));
    time.pass(Duration.ofSeconds(2));

    assertEquals(RunStatus.COMPLETED, end.join().status());
    assertEquals(List.of(0.0, 1.5), asked);
  }

  @Test
  void survivesAnOutage() {
    workflow.add("run", Duration.ZERO);
    CompletableFuture<Run> end = await(AwaitOptions.builder().outageLimit(Duration.ofSeconds(12)));
    for (int i = 0; i < 4; i++) {
      failures.add(down());
    }
    time.pass(Duration.ofSeconds(20));

    assertEquals(RunStatus.COMPLETED, end.join().status());
    assertEquals(List.of(0.0, 1.5, 3.75, 7.125, 12.187), asked);
  }

  @Test
  void throwsTheFailureThatIsTooMany() {
    workflow.add("run", Duration.ZERO);
    CortexConnectionException last = down();
    CompletableFuture<Run> end = await(AwaitOptions.builder().outageLimit(Duration.ofSeconds(12)));
    for (int i = 0; i < 4; i++) {
      failures.add(down());
    }
    failures.add(last);
    time.pass(Duration.ofSeconds(20));

    assertSame(last, failure(end));
  }

  @Test
  void measuresEachOutageFromItsFirstFailure() {
    workflow.add("run", Duration.ofSeconds(60));
    CompletableFuture<Run> end = await(AwaitOptions.builder().outageLimit(Duration.ofSeconds(3)));
    failures.add(down());
    failures.add(down());
    time.pass(Duration.ofSeconds(5));
    failures.add(down());
    time.pass(Duration.ofSeconds(200));

    assertEquals(RunStatus.COMPLETED, end.join().status());
  }

  @Test
  void throwsAtOnceWhatDoesNotPass() {
    CompletableFuture<Run> end = await();
    time.pass(Duration.ZERO);

    assertInstanceOf(NotFoundException.class, failure(end));
    assertEquals(1, asked.size());
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    workflow.add("run", Duration.ZERO);
    failures.add(busyUntil(300));
    failures.add(busyUntil(301));
    CompletableFuture<Run> end = await();
    time.pass(Duration.ofSeconds(299));
    // All runs of the workflow have to wait.
    workflow.add("other", Duration.ZERO);
    CompletableFuture<Run> other = awaits.awaitAsync(workflow, "other", null, AwaitOptions.DEFAULT);
    time.pass(Duration.ofSeconds(400));

    assertTrue(end.isDone() && other.isDone());
    assertEquals(List.of(0.0, 300.0, 300.0, 301.5), asked);
  }

  @Test
  void doesNotWaitBeyondTheOutageLimit() {
    workflow.add("run", Duration.ZERO);
    CortexApiException busy = busyUntil(60);
    failures.add(busy);
    CompletableFuture<Run> end = await(AwaitOptions.builder().outageLimit(Duration.ofMinutes(1)));
    time.pass(Duration.ZERO);

    assertSame(busy, failure(end));
  }

  @Test
  void awaitsOfTheSameRunShareItsRequests() {
    workflow.add("run", Duration.ofSeconds(10));
    CompletableFuture<Run> first = await();
    CompletableFuture<Run> second = await();
    workflow.latency = () -> Duration.ofMillis(100);
    time.pass(Duration.ofMillis(50));
    first.cancel(true);
    time.pass(Duration.ofSeconds(60));

    assertEquals(RunStatus.COMPLETED, second.join().status());
    assertEquals(0, workflow.canceled);
    assertEquals(asked.size(), workflow.requests.size());
    assertEquals(5, asked.size());
  }

  private static Throwable failure(CompletableFuture<Run> end) {
    assertTrue(end.isDone());
    return requireNonNull(assertThrows(CompletionException.class, end::join).getCause());
  }

  private static CortexConnectionException down() {
    return new CortexConnectionException("down", null, 1, true);
  }

  private static CortexApiException busyUntil(long seconds) {
    return CortexApiException.builder("GET /runs", 429, "busy")
        .retryAfter(Instant.EPOCH.plusSeconds(seconds))
        .build();
  }
}
