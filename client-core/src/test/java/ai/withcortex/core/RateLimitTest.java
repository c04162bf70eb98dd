package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.call.RateLimit;
import ai.withcortex.core.call.RateLimit.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
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

  /** How much later the second request of a client starts, in milliseconds. */
  private static final long WARM_UP = 250;

  private record Start(String name, long time, long waited) {}

  private final VirtualTime time = new VirtualTime(Duration.ofDays(365));
  private final ScheduledExecutorService timer = time.newTimer();
  private final List<Start> starts = new ArrayList<>();
  private final List<Long> asked = new ArrayList<>();

  /** What starts a request whose turn comes at once. */
  private final Map<RateLimit.Turn, Runnable> immediately = new HashMap<>();

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
      long millis = random.nextInt(3) * TimeUnit.SECONDS.toMillis(random.nextInt(9));
      boolean isAsking = random.nextBoolean();
      time.add(
          () -> {
            if (isAsking) {
              ask(limit, workflow, workflow, millis);
            } else {
              take(turn(limit, workflow, workflow));
            }
          },
          delay);
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
      take(turn(limit, "w", "r" + i));
    }
    while (time.hasNext()) {
      time.runNext();
    }

    for (int i = 0; i < 100; i++) {
      long moment = TimeUnit.MILLISECONDS.toNanos(i == 0 ? 0 : WARM_UP + 210L * i);
      assertEquals(new Start("r" + i, moment, moment), starts.get(i));
    }
  }

  @Test
  void workflowsTakeTurns() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (String name : List.of("a1", "a2", "a3", "b1", "b2", "c1")) {
      take(turn(limit, name.substring(0, 1), name));
    }
    time.runNext();
    time.runNext();
    take(turn(limit, "d", "d1"));
    take(turn(limit, "a", "a4"));

    assertEquals("a1 a2 b1 c1 a3 b2 d1 a4", order());
  }

  @Test
  void aWorkflowWithAThousandRequestsDoesNotHoldUpAnother() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 1000; i++) {
      take(turn(limit, "greedy", "greedy"));
    }
    time.runNext();
    for (int i = 0; i < 50; i++) {
      starts.clear();
      take(turn(limit, "other", "other"));
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
    "/apps/a/things,                 /apps/a/others,                  true",
    "/apps/a/things,                 /apps/a/workflows,               true",
    "/apps/a/things,                 /apps/a/workflows/w,             false",
    "/apps/a/things,                 /apps/a/things,                  true",
  })
  void requestsForOneWorkflowOrForNoneShareTurns(String one, String other, boolean isShared)
      throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    take(at(limit, one, "1"));
    take(at(limit, one, "2"));
    take(at(limit, one, "3"));
    take(at(limit, other, "4"));

    assertEquals(isShared ? "1 2 3 4" : "1 2 4 3", order());
  }

  @Test
  void whoLeavesMakesWay() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    take(turn(limit, "a", "a1"));
    RateLimit.Turn second = turn(limit, "a", "a2");
    take(second);
    RateLimit.Turn other = turn(limit, "b", "b1");
    take(other);
    take(turn(limit, "a", "a3"));

    second.leave();
    other.leave();
    other.leave();

    assertEquals("a1 a3", order());
    assertEquals(WARM_UP + 210, millis(starts.get(1).time()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theNextRequestStartsAnIntervalAfterTheOneBeforeWasSentOrHasEnded(boolean isSent)
      throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    Request request = request("/sent");
    RateLimit.Turn slow = limit.turn(Purpose.SEND, request, waited -> {});
    assertTrue(slow.take());
    take(turn(limit, "a", "next"));
    assertEquals(WARM_UP + 2 * 210, millis(turn(limit, "b", "").expectedNanos()));

    time.add(
        () -> {
          if (isSent) {
            limit.sent(request);
          } else {
            slow.leave();
          }
        },
        SECOND);

    assertEquals("next", order());
    assertEquals(1000 + WARM_UP + 210, millis(starts.get(0).time()));
  }

  /** Such as redirects, the requests of a bare interface, and those whose turn has passed. */
  @Test
  void requestsWithoutATurnDoNotCount() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    Request request = request("/sent");
    take(turn(limit, "a", "a1"));
    take(turn(limit, "a", "slow"));
    take(turn(limit, "a", "never"));
    time.runNext();

    limit.sent(request);

    assertFalse(time.hasNext());
    assertEquals("a1 slow", order());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 60, 210, 300, 5000})
  void aSlowSupplierCostsNoTurns(long millis) throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 50; i++) {
      String name = "r" + i;
      ask(limit, "w" + i % 3, name, millis);
    }
    while (time.hasNext()) {
      time.runNext();
    }

    assertEquals(50, starts.size());
    for (int i = 0; i < 50; i++) {
      long warm = i == 0 ? 0 : WARM_UP;
      assertEquals(millis + warm + 210L * i, millis(starts.get(i).time()), "request " + i);
    }
  }

  /** Those whose keys come from a slow supplier keep their order, and hold up no other workflow. */
  @Test
  void workflowsTakeTurnsToAsk() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 20; i++) {
      ask(limit, "greedy", "greedy", 1000);
    }
    time.runNext();
    ask(limit, "other", "other", 1000);
    take(turn(limit, "third", "third"));

    List<String> order = List.of(order().split(" "));

    // The third has its key. Three of the greedy ones asked before the other.
    assertEquals(List.of("third", "greedy", "greedy", "greedy", "other"), order.subList(0, 5));
  }

  /** Otherwise, keys would be as old as the line is long. */
  @Test
  void noMoreAskThanCanBeSent() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 12; i++) {
      // The first keys come all at once.
      ask(limit, "a", "a" + i, Math.max(0, 2100 - 210 * i));
    }

    assertEquals("a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11", order());
    for (int i = 0; i < 12; i++) {
      long start = i == 0 ? 2100 : 2100 + WARM_UP + 210L * i;
      assertEquals(start, millis(starts.get(i).time()));
      assertEquals(i < 10 ? 210L * i : start - 210, millis(asked.get(i)));
    }
  }

  /** A request that has asked for its key need not wait as long as those in line. */
  @Test
  void aRequestWithItsKeyIsSentAsSoonAsTheRateAllows() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    ask(limit, "a", "a1", 100);
    ask(limit, "a", "a2", 0);
    RateLimit.Turn leaves = limit.turn(Purpose.SEND_ASKED, request("/"), waited -> {});
    assertTrue(leaves.take());
    leaves.leave();

    assertEquals("a1 a2", order());
    assertEquals(
        List.of(WARM_UP + 210, WARM_UP + 2 * 210),
        starts.stream().map(start -> millis(start.time())).toList());
  }

  /** Asks for a key for so many milliseconds, and then sends a request. */
  private void ask(RateLimit limit, String workflow, String name, long millis) {
    String path = "/apps/app_1/workflows/" + workflow + "/runs";
    AtomicReference<RateLimit.Turn> turn = new AtomicReference<>();
    Runnable send =
        () -> {
          requireNonNull(turn.get()).leave();
          take(at(limit, Purpose.SEND_ASKED, path, name));
        };
    LongConsumer ask =
        waited -> {
          asked.add(time.nanoTime());
          if (millis == 0) {
            send.run();
          } else {
            time.add(send, TimeUnit.MILLISECONDS.toNanos(millis));
          }
        };
    RateLimit.Turn first = limit.turn(Purpose.ASK, request(path), ask);
    turn.set(first);
    if (first.take()) {
      ask.accept(0);
    }
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }

  @Test
  void nothingIsSavedUpWhileNobodyAsks() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    take(turn(limit, "a", "a1"));
    RateLimit.Turn left = turn(limit, "a", "left");
    take(left);
    left.leave();
    time.runNext();
    time.add(
        () -> {
          take(turn(limit, "a", "a2"));
          take(turn(limit, "a", "a3"));
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
        take(turn(limit, "w" + random.nextInt(5), ""));
        if (random.nextInt(3) == 0 && time.hasNext()) {
          time.runNext();
        }
      }
      starts.clear();
      RateLimit.Turn last = turn(limit, "w" + random.nextInt(5), "last");

      long expected = last.expectedNanos();
      take(last);
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
    return at(limit, Purpose.SEND, path, name);
  }

  private static Request request(String path) {
    return new Request.Builder().url("http://127.0.0.1" + path).build();
  }

  private RateLimit.Turn at(RateLimit limit, Purpose purpose, String path, String name) {
    Request request = request(path);
    LongConsumer start =
        waited -> {
          starts.add(new Start(name, time.nanoTime(), waited));
          if (!name.startsWith("slow")) {
            limit.sent(request);
          }
        };
    RateLimit.Turn turn = limit.turn(purpose, request, start);
    immediately.put(turn, () -> start.accept(0));
    return turn;
  }

  private void take(RateLimit.Turn turn) {
    if (turn.take()) {
      requireNonNull(immediately.get(turn)).run();
    }
  }

  /** Lets everything start. */
  private String order() throws InterruptedException {
    while (time.hasNext()) {
      time.runNext();
    }
    return starts.stream().map(Start::name).collect(Collectors.joining(" "));
  }
}
