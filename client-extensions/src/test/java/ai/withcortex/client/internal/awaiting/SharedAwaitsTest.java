package ai.withcortex.client.internal.awaiting;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.model.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many runs of a workflow are awaited, in virtual time. */
final class SharedAwaitsTest {
  private static final int MANY = 1_000;
  private static final Duration LATENCY = Duration.ofMillis(50);
  private static final AwaitOptions OPTIONS = AwaitOptions.DEFAULT;

  private final Random random = new Random(22);
  private final VirtualTime time = new VirtualTime();
  private final OpenWaits waits = new OpenWaits();
  private final Awaits awaits = new Awaits(waits, time, random::nextDouble);
  private final FakeWorkflow workflow = new FakeWorkflow(time);
  private final Map<String, CompletableFuture<Run>> awaited = new LinkedHashMap<>();

  /** When the end of a run was told. */
  private final Map<String, Duration> told = new HashMap<>();

  /** When an await began. */
  private final Map<String, Duration> begun = new HashMap<>();

  @AfterEach
  void keepsNothing() {
    assertTrue(awaits.isEmpty());
    assertEquals(0, time.pending());
    assertEquals(0, workflow.inFlight);
  }

  private void addRuns(int count, Duration longest) {
    for (int i = 1; i <= count; i++) {
      workflow.add(
          "run_" + i, time.elapsed().plusMillis(1 + random.nextInt((int) longest.toMillis())));
    }
  }

  private void awaitRun(String id) {
    begun.put(id, time.elapsed());
    CompletableFuture<Run> end = awaits.awaitAsync(workflow, id, null, OPTIONS);
    CompletableFuture<?> unused =
        end.thenAccept(
            run -> {
              assertEquals(id, run.id());
              assertTrue(run.status().isEnded());
              told.put(id, time.elapsed());
            });
    awaited.put(id, end);
  }

  /** Returns how many requests it takes to poll each run at the same intervals, without jitter. */
  private int requestsOfPollingEach() {
    int requests = 0;
    for (String id : awaited.keySet()) {
      Duration interval = OPTIONS.shortestInterval();
      Duration poll = requireNonNull(begun.get(id));
      requests++;
      while (poll.plus(LATENCY).compareTo(end(id)) < 0) {
        interval = longer(interval);
        poll = poll.plus(LATENCY).plus(interval);
        requests++;
      }
    }
    return requests;
  }

  private Duration end(String id) {
    return requireNonNull(workflow.ends.get(id));
  }

  private static Duration longer(Duration interval) {
    Duration longer = interval.plus(interval.dividedBy(2));
    return longer.compareTo(OPTIONS.longestInterval()) < 0 ? longer : OPTIONS.longestInterval();
  }

  /** Each end is told within two of the intervals that the await has reached by then. */
  private void assertToldInTime(Duration outage) {
    assertEquals(awaited.size(), told.size());
    for (String id : awaited.keySet()) {
      Duration begin = requireNonNull(begun.get(id));
      Duration end = end(id).compareTo(begin) > 0 ? end(id) : begin;
      Duration interval = longer(OPTIONS.shortestInterval());
      for (Duration poll = begin.plus(interval); poll.compareTo(end) < 0; ) {
        interval = longer(interval);
        poll = poll.plus(interval);
      }
      Duration late = requireNonNull(told.get(id)).minus(end);
      Duration most = interval.multipliedBy(2).plus(outage);
      assertTrue(late.compareTo(most) <= 0, () -> id + " is told after " + late);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aThousandRunsTakeAFewRequests(boolean isStartedOverTime) {
    if (isStartedOverTime) {
      for (int i = 1; i <= MANY; i++) {
        String id = "run_" + i;
        workflow.add(id, time.elapsed().plusSeconds(1 + random.nextInt(1_200)));
        awaitRun(id);
        time.pass(Duration.ofMillis(random.nextInt(1_000)));
      }
    } else {
      addRuns(MANY, Duration.ofMinutes(20));
      workflow.ids.forEach(this::awaitRun);
    }
    time.pass(Duration.ofHours(1));

    assertToldInTime(Duration.ZERO);
    int polls = requestsOfPollingEach();
    assertTrue(
        workflow.requests.size() * 10 <= polls,
        () -> workflow.requests.size() + " requests instead of " + polls);
    assertTrue(workflow.mostInFlight <= WorkflowPoller.MOST_GETS + 1);
  }

  @Test
  void noEndIsMissedOverAnOutage() {
    addRuns(MANY, Duration.ofMinutes(20));
    workflow.ids.forEach(this::awaitRun);
    Duration from = Duration.ofMinutes(5);
    Duration to = Duration.ofMinutes(15);
    workflow.faults =
        request ->
            time.elapsed().compareTo(from) > 0 && time.elapsed().compareTo(to) < 0 ? down() : null;
    time.pass(Duration.ofHours(1));

    assertToldInTime(to.minus(from));
    int polls = requestsOfPollingEach();
    assertTrue(
        workflow.requests.size() * 10 <= polls,
        () -> workflow.requests.size() + " requests instead of " + polls);
  }

  /** A list in no useful order costs little more than polling each run would. */
  @ParameterizedTest
  @ValueSource(ints = {9, 10, 19, 200, 1_000})
  void theOverheadIsBoundedIfListsDoNotHelp(int count) {
    addRuns(count, Duration.ofMillis(1));
    List<String> mine = new ArrayList<>(workflow.ids);
    for (int i = 0; i < 20_000; i++) {
      workflow.add("other_" + i, Duration.ZERO);
    }
    time.pass(Duration.ofSeconds(1));
    mine.forEach(this::awaitRun);
    time.pass(Duration.ofMinutes(1));

    assertEquals(count, told.size());
    assertEquals(count + count / ListReading.RUNS_PER_PAGE, workflow.requests.size());
    assertTrue(workflow.mostInFlight <= WorkflowPoller.MOST_GETS);
  }

  @Test
  void theOrderOfTheListDoesNotMatter() {
    addRuns(200, Duration.ofMinutes(20));
    workflow.faults =
        request -> {
          Collections.shuffle(workflow.ids, random);
          return null;
        };
    List.copyOf(workflow.ids).forEach(this::awaitRun);
    time.pass(Duration.ofHours(1));

    assertToldInTime(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "1, false", "1, true"})
  void findsTheFirstPage(int firstPage, boolean repeatsPageOne) {
    workflow.firstPage = firstPage;
    workflow.repeatsPageOne = repeatsPageOne;
    addRuns(400, Duration.ofMinutes(20));
    workflow.ids.forEach(this::awaitRun);
    time.pass(Duration.ofHours(1));

    assertToldInTime(Duration.ZERO);
    assertTrue(workflow.requests.size() * 10 <= requestsOfPollingEach());
    long requests = workflow.requests.stream().filter("page 0"::equals).count();
    assertEquals(firstPage == 1, requests == 1);
  }

  @Test
  void getsARunThatTheListShowsAsUnreadable() {
    addRuns(50, Duration.ofMinutes(1));
    workflow.unread.add("run_50");
    workflow.ids.forEach(this::awaitRun);
    time.pass(Duration.ofMinutes(5));

    assertToldInTime(Duration.ZERO);
  }

  @Test
  void getsAllRunsIfTheListFails() {
    addRuns(50, Duration.ofMinutes(1));
    workflow.faults = request -> request.startsWith("page") ? down() : null;
    workflow.ids.forEach(this::awaitRun);
    time.pass(Duration.ofMinutes(5));

    assertToldInTime(Duration.ZERO);
  }

  @Test
  void getsAllRunsIfTheListIsForbidden() {
    addRuns(50, Duration.ofMinutes(1));
    workflow.faults =
        request ->
            request.startsWith("page")
                ? CortexApiException.builder("GET /runs", 403, "forbidden").build()
                : null;
    workflow.ids.forEach(this::awaitRun);
    time.pass(Duration.ofMinutes(5));

    assertToldInTime(Duration.ZERO);
  }

  @Test
  void cancelingSomeDoesNotEndTheRequestOfOthers() {
    addRuns(50, Duration.ofMillis(1));
    workflow.latency = () -> Duration.ofSeconds(10);
    workflow.ids.forEach(this::awaitRun);
    time.pass(Duration.ofSeconds(5));
    List<CompletableFuture<Run>> all = new ArrayList<>(awaited.values());
    all.subList(0, 49).forEach(end -> end.cancel(true));
    time.pass(Duration.ofSeconds(20));

    assertTrue(all.get(49).isDone());
    assertEquals(List.of("page 1"), workflow.requests);
    assertEquals(0, workflow.canceled);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 50})
  void cancelingAllEndsTheRequests(int count) {
    addRuns(count, Duration.ofMillis(1));
    workflow.latency = () -> Duration.ofSeconds(10);
    workflow.ids.forEach(this::awaitRun);
    time.pass(Duration.ofSeconds(5));
    int requests = workflow.inFlight;
    awaited.values().forEach(end -> end.cancel(true));

    assertEquals(count == 5 ? 5 : 1, requests);
    assertEquals(requests, workflow.canceled);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closingEndsAll(boolean isPolling) {
    addRuns(50, Duration.ofMillis(1));
    workflow.ids.forEach(id -> workflow.ends.put(id, Duration.ofDays(1)));
    workflow.ids.forEach(this::awaitRun);
    time.pass(Duration.ofMinutes(5));
    while (isPolling && workflow.inFlight == 0) {
      time.pass(Duration.ofMillis(10));
    }
    waits.close();
    time.pass(isPolling ? LATENCY : Duration.ZERO);

    assertTrue(awaited.values().stream().allMatch(CompletableFuture::isCompletedExceptionally));
  }

  @Test
  void workflowsShareNothing() {
    FakeWorkflow other = new FakeWorkflow(time);
    other.add("run_1", Duration.ofSeconds(10));
    addRuns(1, Duration.ofSeconds(10));
    awaitRun("run_1");
    CompletableFuture<Run> end = awaits.awaitAsync(other, "run_1", null, OPTIONS);
    time.pass(Duration.ofMinutes(1));

    assertTrue(end.isDone());
    assertToldInTime(Duration.ZERO);
    assertTrue(other.requests.size() > 1 && workflow.requests.size() > 1);
  }

  private static CortexConnectionException down() {
    return new CortexConnectionException("down", null, 1, true);
  }
}
