package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.call.RateLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When requests start and in which order, to the nanosecond. */
@Timeout(20)
final class RateLimitTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long SEED = 20;

  private record Start(String name, long time, long waited) {}

  private final VirtualTime time = new VirtualTime(Duration.ofDays(365));
  private final ScheduledExecutorService timer = time.newTimer();
  private final List<Start> starts = new ArrayList<>();

  @AfterEach
  void close() {
    timer.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.5, 1, 2.5, 5, 100, 3000, 1_000_000})
  void noMoreStartInAnySecondThanTheRateSays(double rate) throws Exception {
    RateLimit limit = new RateLimit(rate, time, timer);
    Random random = new Random(SEED);
    int count = 500;
    for (int i = 0; i < count; i++) {
      String workflow = "w" + random.nextInt(7);
      // Bursts and pauses: half of them come while others wait.
      long delay = (long) (random.nextInt(count) * SECOND / rate);
      time.add(() -> turn(limit, workflow, workflow).take(), delay);
    }
    while (time.hasNext()) {
      time.runNext();
    }

    assertEquals(count, starts.size());
    int most = (int) Math.ceil(rate);
    for (int i = 0; i + most < count; i++) {
      long span = starts.get(i + most).time() - starts.get(i).time();
      assertTrue(span > most * SECOND / rate, () -> "a span of " + span + " ns");
    }
  }

  @Test
  void theRateIsUsedWhileRequestsWait() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 100; i++) {
      turn(limit, "w", "r" + i).take();
    }
    while (time.hasNext()) {
      time.runNext();
    }

    for (int i = 0; i < 100; i++) {
      long moment = TimeUnit.MILLISECONDS.toNanos(210L * i);
      assertEquals(new Start("r" + i, moment, moment), starts.get(i));
    }
  }

  @Test
  void workflowsTakeTurns() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (String name : List.of("a1", "a2", "a3", "b1", "b2", "c1")) {
      turn(limit, name.substring(0, 1), name).take();
    }
    time.runNext();
    time.runNext();
    turn(limit, "d", "d1").take();
    turn(limit, "a", "a4").take();

    assertEquals("a1 a2 b1 c1 a3 b2 d1 a4", order());
  }

  @Test
  void aWorkflowWithAThousandRequestsDoesNotHoldUpAnother() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 1000; i++) {
      turn(limit, "greedy", "greedy").take();
    }
    time.runNext();
    for (int i = 0; i < 50; i++) {
      starts.clear();
      turn(limit, "other", "other").take();
      time.runNext();
      time.runNext();

      assertEquals(List.of("greedy", "other"), starts.stream().map(Start::name).sorted().toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/apps/a/workflows/w/runs,       /apps/a/workflows/w/runs,        true",
    "/apps/a/workflows/w/runs/1,     /apps/a/workflows/w/runs/2,      true",
    "/apps/a/workflows/w,            /apps/a/workflows/w/versions,    true",
    "/apps/a/workflows/w/runs,       /apps/a/workflows/v/runs,        false",
    "/apps/a/workflows/w/runs,       /apps/b/workflows/w/runs,        false",
    "/apps/a/workflows,              /apps/a/workflows/w,             false",
    "/workflows/v1/apps/a/workflows/w/runs, /workflows/v1/apps/a/workflows/v/runs, false",
    "/apps/a/things,                 /apps/a/others,                  false",
    "/apps/a/things,                 /apps/a/things,                  true",
  })
  void requestsForOneWorkflowShareItsTurns(String one, String other, boolean isShared)
      throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    at(limit, one, "1").take();
    at(limit, one, "2").take();
    at(limit, one, "3").take();
    at(limit, other, "4").take();

    assertEquals(isShared ? "1 2 3 4" : "1 2 4 3", order());
  }

  @Test
  void whoLeavesMakesWay() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    turn(limit, "a", "a1").take();
    RateLimit.Turn second = turn(limit, "a", "a2");
    second.take();
    RateLimit.Turn other = turn(limit, "b", "b1");
    other.take();
    turn(limit, "a", "a3").take();

    second.leave();
    other.leave();
    other.leave();

    assertEquals("a1 a3", order());
    assertEquals(TimeUnit.MILLISECONDS.toNanos(210), starts.get(1).time());
  }

  @Test
  void nothingIsSavedUpWhileNobodyAsks() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    turn(limit, "a", "a1").take();
    RateLimit.Turn left = turn(limit, "a", "left");
    left.take();
    left.leave();
    time.runNext();
    time.add(
        () -> {
          turn(limit, "a", "a2").take();
          turn(limit, "a", "a3").take();
        },
        10 * SECOND);

    assertEquals("a1 a2 a3", order());
    assertEquals(TimeUnit.MILLISECONDS.toNanos(210), starts.get(2).time() - starts.get(1).time());
  }

  @Test
  void theExpectedWaitIsWhatItBecomesIfNobodyElseComes() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      RateLimit limit = new RateLimit(5, time, timer);
      int count = 1 + random.nextInt(30);
      for (int i = 0; i < count; i++) {
        turn(limit, "w" + random.nextInt(5), "").take();
        if (random.nextInt(3) == 0 && time.hasNext()) {
          time.runNext();
        }
      }
      starts.clear();
      RateLimit.Turn last = turn(limit, "w" + random.nextInt(5), "last");

      long expected = last.expectedNanos();
      last.take();
      while (time.hasNext()) {
        time.runNext();
      }

      Start start = starts.stream().filter(one -> one.name().equals("last")).findAny().get();
      assertEquals(expected, start.waited(), "round " + round);
    }
  }

  private RateLimit.Turn turn(RateLimit limit, String workflow, String name) {
    return at(limit, "/apps/app_1/workflows/" + workflow + "/runs", name);
  }

  private RateLimit.Turn at(RateLimit limit, String path, String name) {
    Request request = new Request.Builder().url("http://127.0.0.1" + path).build();
    return limit.turn(request, waited -> starts.add(new Start(name, time.nanoTime(), waited)));
  }

  /** Lets everything start. */
  private String order() throws InterruptedException {
    while (time.hasNext()) {
      time.runNext();
    }
    return starts.stream().map(Start::name).collect(Collectors.joining(" "));
  }
}
