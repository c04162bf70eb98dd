package ai.withcortex.client.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.core.error.PagingContractException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When a watch polls, and when it ends. */
final class WatchScheduleTest {
  private final FakeList list = new FakeList("b=1", "a=1");
  private final FakeTimer time = new FakeTimer();
  private final List<String> told = new ArrayList<>();

  @Test
  void waitsLongerAsLongAsNothingHappens() {
    time.whileWaiting =
        () -> {
          if (time.waits.size() == 5) {
            list.items.add(0, "c=1");
          }
        };
    read(WatchShape.ITERATOR, WatchOptions.builder().pollLimit(16));

    // After the first poll, four that find nothing, one that finds something, ten that do not.
    assertEquals(
        List.of(
            2.0,
            3.0,
            4.5,
            6.75,
            10.125,
            2.0,
            3.0,
            4.5,
            6.75,
            10.125,
            15.1875,
            22.78125,
            34.171875,
            51.2578125,
            60.0),
        seconds());
    assertEquals(List.of("ADDED c 1"), told);
  }

  @Test
  void countsTheWaitFromTheEndOfAPoll() {
    try (ChangeIterator<String> changes =
        watch(WatchOptions.builder().reportsExisting(true)).iterator()) {
      changes.next();
      time.pass(Duration.ofMillis(1500));
      changes.next();
      list.items.add(0, "c=1");
      changes.next();
      assertEquals(List.of(0.5), seconds());

      time.pass(Duration.ofSeconds(5));
      list.items.add(0, "d=1");
      assertEquals("ADDED d 1", changes.next().toString());
      assertEquals(List.of(0.5), seconds());
    }
  }

  private static CortexConnectionException down() {
    return new CortexConnectionException("down", null, 1, true);
  }

  static Stream<CortexException> passing() {
    CortexApiException unavailable = mock(CortexApiException.class);
    when(unavailable.isRetryable()).thenReturn(true);
    return Stream.of(
        unavailable,
        down(),
        new CortexTimeoutException("slow", null, Limit.READ, 1),
        new CortexTimeoutException("slow", null, Limit.TOTAL, 1));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void looksAgainAfterTheLongestIntervalIfAFailureMayPass(CortexException failure) {
    WatchOptions.Builder options = WatchOptions.builder().pollLimit(4L);
    time.whileWaiting =
        () -> {
          if (time.waits.size() == 1) {
            list.failures.addAll(Collections.nCopies(5, failure));
          }
          if (time.waits.size() == 7) {
            list.show("a=2");
            list.failures.addAll(Collections.nCopies(5, failure));
          }
        };
    read(WatchShape.ITERATOR, options);

    assertEquals(
        List.of(2.0, 60.0, 60.0, 60.0, 60.0, 60.0, 3.0, 60.0, 60.0, 60.0, 60.0, 60.0, 2.0),
        seconds());
    assertEquals(List.of("VANISHED b 1", "CHANGED a 1 -> 2"), told);
  }

  @ParameterizedTest
  @EnumSource(WatchShape.class)
  void throwsTheFailureThatIsTooMany(WatchShape shape) {
    CortexConnectionException last = down();
    list.failures.addAll(Collections.nCopies(2, down()));
    list.failures.add(last);
    WatchOptions.Builder options = WatchOptions.builder().outageLimit(Duration.ofSeconds(61));

    assertSame(last, assertThrows(CortexException.class, () -> read(shape, options.pollLimit(1))));
    assertEquals(3, list.requests);
    assertEquals(List.of(60.0, 60.0), seconds());
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    list.failures.add(busyUntil(300));
    list.failures.add(busyUntil(330));
    list.failures.add(busyUntil(10));
    read(WatchShape.ITERATOR, WatchOptions.builder().pollLimit(1));

    assertEquals(List.of(300.0, 60.0, 60.0), seconds());
  }

  @ParameterizedTest
  @EnumSource(WatchShape.class)
  void doesNotWaitBeyondTheTimeLimit(WatchShape shape) {
    CortexApiException busy = busyUntil(11);
    list.failures.add(busy);
    WatchOptions.Builder options = WatchOptions.builder().timeLimit(Duration.ofSeconds(10));

    assertSame(busy, assertThrows(CortexApiException.class, () -> read(shape, options)));
    assertEquals(List.of(), seconds());
    assertEquals(1, list.requests);
  }

  @Test
  void hasEndedIfTheServerAllowsNoPollWithinTheTimeLimit() {
    list.failures.add(busyUntil(11));
    try (ChangeIterator<String> changes =
        watch(WatchOptions.builder().timeLimit(Duration.ofSeconds(10))).iterator()) {
      assertThrows(CortexApiException.class, changes::hasNext);

      assertFalse(changes.hasNext());
    }
    assertEquals(1, list.requests);
  }

  @Test
  void looksOnceMoreIfTheServerAllowsItWhenTheTimeIsUp() {
    list.failures.add(busyUntil(10));
    read(WatchShape.ITERATOR, WatchOptions.builder().timeLimit(Duration.ofSeconds(10)));

    assertEquals(List.of(10.0), seconds());
    assertEquals(2, list.requests);
  }

  @Test
  void afterALateFailureLooksOnceMoreOnlyIfTheServerAllowsIt() {
    for (int i = 0; i < 25; i++) {
      list.items.add("more" + i + "=1");
    }
    CortexException busy = busyUntil(12);
    failLate(down());
    read(WatchShape.ITERATOR, WatchOptions.builder().timeLimit(Duration.ofSeconds(10)));
    assertEquals(4, list.requests);

    time.pass(Duration.ofSeconds(-11));
    failLate(busy);
    WatchOptions.Builder options = WatchOptions.builder().timeLimit(Duration.ofSeconds(10));
    assertSame(busy, assertThrows(CortexException.class, () -> read(WatchShape.ITERATOR, options)));
    assertEquals(2, list.requests);
    assertEquals(List.of(), seconds());
  }

  /** The second request of the next poll fails, when the time limit has passed. */
  private void failLate(CortexException failure) {
    list.requests = 0;
    list.beforeAnswer =
        () -> {
          if (list.requests == 1) {
            time.pass(Duration.ofSeconds(11));
            list.failures.add(failure);
          }
        };
  }

  @Test
  void doesNotWaitBeyondTheOutageLimit() {
    list.failures.add(busyUntil(50));
    list.failures.add(busyUntil(300));
    WatchOptions.Builder options = WatchOptions.builder().outageLimit(Duration.ofMinutes(5));

    assertThrows(CortexApiException.class, () -> read(WatchShape.ASYNC, options.pollLimit(1)));
    assertEquals(List.of(60.0), seconds());
  }

  private static CortexApiException busyUntil(long seconds) {
    CortexApiException busy = mock(CortexApiException.class);
    when(busy.isRetryable()).thenReturn(true);
    when(busy.retryAfter()).thenReturn(Instant.EPOCH.plusSeconds(seconds));
    return busy;
  }

  @Test
  void survivesAnOutageOfAnHour() {
    CortexConnectionException last = down();
    list.failures.addAll(Collections.nCopies(60, down()));
    list.failures.add(last);

    CortexException thrown =
        assertThrows(
            CortexException.class,
            () -> read(WatchShape.ASYNC, WatchOptions.builder().pollLimit(1)));
    assertSame(last, thrown);
    assertEquals(Collections.nCopies(60, 60.0), seconds());
  }

  @Test
  void measuresEachOutageFromItsFirstFailure() {
    CortexConnectionException failure = down();
    list.failures.addAll(Collections.nCopies(2, failure));
    time.whileWaiting =
        () -> {
          if (time.waits.size() == 3) {
            list.failures.addAll(Collections.nCopies(2, failure));
          }
        };
    WatchOptions.Builder options = WatchOptions.builder().outageLimit(Duration.ofSeconds(61));
    read(WatchShape.ITERATOR, options.pollLimit(2));

    assertEquals(List.of(60.0, 60.0, 2.0, 60.0, 60.0), seconds());
  }

  @Test
  void throwsTheFirstFailureIfNoOutageIsAllowed() {
    list.failures.add(down());
    WatchOptions.Builder options = WatchOptions.builder().outageLimit(Duration.ZERO).pollLimit(1);

    assertThrows(CortexException.class, () -> read(WatchShape.ITERATOR, options));
    assertEquals(List.of(), seconds());
  }

  static Stream<RuntimeException> lasting() {
    return Stream.of(
        mock(NotFoundException.class),
        mock(PagingContractException.class),
        new CortexCanceledException("closed", null),
        new CortexConnectionException("bad certificate", null, 1, false),
        new CortexTimeoutException("https to http", null, Limit.READ, 1, false),
        new IllegalStateException("a bug"));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void throwsAtOnceWhatDoesNotPass(RuntimeException failure) {
    for (WatchShape shape : WatchShape.values()) {
      list.failures.add(failure);
      RuntimeException thrown =
          assertThrows(RuntimeException.class, () -> read(shape, WatchOptions.builder()));
      assertSame(failure, thrown, shape.toString());
    }
    assertEquals(List.of(), seconds());
  }

  @Test
  void losesNothingByAFailure() {
    try (ChangeIterator<String> changes = watch(WatchOptions.builder().pollLimit(3L)).iterator()) {
      time.whileWaiting =
          () -> {
            if (time.waits.size() == 1) {
              list.show("d=1", "c=1", "b=1", "a=2");
            }
            if (time.waits.size() == 2) {
              list.failures.add(mock(NotFoundException.class));
            }
          };
      assertEquals("CHANGED a 1 -> 2", changes.next().toString());
      assertEquals("ADDED c 1", changes.next().toString());
      WatchPosition middle = changes.position();
      assertEquals("ADDED d 1", changes.next().toString());
      assertThrows(NotFoundException.class, changes::hasNext);

      WatchPosition position = changes.position();
      assertFalse(changes.hasNext());
      assertEquals(List.of(2.0, 2.0, 60.0), seconds());
      list.show("d=2");
      read(WatchShape.ASYNC, WatchOptions.builder().position(position).pollLimit(1L));
      read(WatchShape.ASYNC, WatchOptions.builder().position(middle).pollLimit(1L));
    }

    List<String> vanished = List.of("VANISHED a 2", "VANISHED b 1", "VANISHED c 1");
    assertEquals(vanished, told.subList(0, 3));
    assertEquals("CHANGED d 1 -> 2", told.get(3));
    assertEquals(vanished, told.subList(4, 7));
    assertEquals("ADDED d 2", told.get(7));
  }

  @ParameterizedTest
  @EnumSource(WatchShape.class)
  void endsAfterSoManyPolls(WatchShape shape) {
    time.whileWaiting = () -> list.items.add(0, "new" + time.waits.size() + "=1");
    read(shape, WatchOptions.builder().pollLimit(3L));

    assertEquals(List.of("ADDED new1 1", "ADDED new2 1"), told);
  }

  @ParameterizedTest
  @EnumSource(WatchShape.class)
  void looksOnceMoreWhenTheTimeIsUp(WatchShape shape) {
    time.whileWaiting =
        () -> {
          if (time.waits.size() == 4) {
            list.items.add(0, "c=1");
          }
        };
    read(shape, WatchOptions.builder().timeLimit(Duration.ofSeconds(10)));

    assertEquals(List.of(2.0, 3.0, 4.5, 0.5), seconds());
    assertEquals(List.of("ADDED c 1"), told);
  }

  @Test
  void aFailureWhenTheTimeIsUpIsThrown() {
    CortexConnectionException failure = down();
    list.failures.add(failure);
    list.failures.add(failure);
    WatchOptions.Builder options = WatchOptions.builder().timeLimit(Duration.ofSeconds(10));

    assertThrows(CortexException.class, () -> read(WatchShape.ITERATOR, options));
    assertEquals(List.of(10.0), seconds());
  }

  @Test
  void refusesOptionsThatMakeNoSense() {
    assertRefused(WatchOptions.builder().window(0), "window must be from 1 to 10000 but is 0");
    assertRefused(
        WatchOptions.builder().window(10_001), "window must be from 1 to 10000 but is 10001");
    assertRefused(
        WatchOptions.builder().shortestInterval(Duration.ZERO),
        "shortestInterval must be more than 0 but is PT0S");
    assertRefused(
        WatchOptions.builder().longestInterval(Duration.ofSeconds(1)),
        "longestInterval must be from shortestInterval (PT2S) to PT24H but is PT1S");
    assertRefused(
        WatchOptions.builder().longestInterval(Duration.ofHours(25)),
        "longestInterval must be from shortestInterval (PT2S) to PT24H but is PT25H");
    assertRefused(WatchOptions.builder().pollLimit(0L), "pollLimit must be at least 1 but is 0");
    assertRefused(
        WatchOptions.builder().timeLimit(Duration.ofSeconds(-1)),
        "timeLimit must be more than 0 but is PT-1S");
    assertRefused(
        WatchOptions.builder().outageLimit(Duration.ofSeconds(-1)),
        "outageLimit must be at least 0 but is PT-1S");
    assertRefused(
        WatchOptions.builder().followLimit(0), "followLimit must be from 1 to 10000 but is 0");
    assertRefused(
        WatchOptions.builder().followLimit(10_001),
        "followLimit must be from 1 to 10000 but is 10001");
  }

  private static void assertRefused(WatchOptions.Builder options, String message) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, options::build).getMessage());
  }

  private Watch<String> watch(WatchOptions.Builder options) {
    return list.watch(options.build(), time);
  }

  private void read(WatchShape shape, WatchOptions.Builder options) {
    shape.read(watch(options), change -> told.add(change.toString()));
  }

  private List<Double> seconds() {
    return time.waits.stream().map(wait -> wait.toNanos() / 1e9).toList();
  }
}
