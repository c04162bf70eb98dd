package ai.withcortex.client.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.internal.WaitTimer;
import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexDataException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What is asked for when, how a watch is ended, and what it hands out. */
@Timeout(60)
final class WatchTest {
  private final FakeList list = new FakeList("b=1", "a=1");
  private final FakeTimer time = new FakeTimer();
  private final Watch<String> watch = list.watch(WatchOptions.DEFAULT, time);

  @Test
  void asksForNothingBeforeAChangeIsAskedFor() {
    ChangeIterator<String> changes = watch.iterator();
    watch.stream().close();
    Collector collector = new Collector();
    watch.publisher().subscribe(collector);

    assertEquals(0, list.requests);
    changes.close();
    collector.subscription().cancel();
    assertEquals(List.of(), time.waits);
  }

  @Test
  void looksNoMoreThanIsAskedFor() {
    time.whileWaiting = () -> list.items.add(0, "new" + time.waits.size() + "=1");
    Collector collector = new Collector();
    watch.publisher().subscribe(collector);

    collector.subscription().request(1);
    assertEquals(2, list.requests);
    collector.subscription().request(2);
    assertEquals(4, list.requests);
    assertEquals(List.of("ADDED new1 1", "ADDED new2 1", "ADDED new3 1"), collector.told);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingEndsTheIterator(boolean isWaiting) throws Exception {
    hold(isWaiting);
    ChangeIterator<String> changes = watch.iterator();
    FutureTask<Boolean> next = inBackground(changes);
    awaitHeld(isWaiting);
    changes.close();

    assertFalse(next.get());
    assertFalse(changes.hasNext());
    assertTrue(held(isWaiting).isCancelled());
    assertEquals(
        "the watch has ended",
        assertThrows(NoSuchElementException.class, changes::next).getMessage());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInterruptEndsTheWait(boolean isWaiting) throws Exception {
    hold(isWaiting);
    ChangeIterator<String> changes = watch.iterator();
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              Throwable failure = assertThrows(RuntimeException.class, changes::hasNext);
              assertTrue(Thread.currentThread().isInterrupted());
              thrown.complete(failure);
            });
    thread.start();
    awaitHeld(isWaiting);
    thread.interrupt();

    CortexCanceledException e = (CortexCanceledException) thrown.get();
    assertEquals("The wait for a change ended because its thread was interrupted", e.getMessage());
    assertTrue(held(isWaiting).isCancelled());
    thread.join();

    list.isHeld = false;
    time.isHeld = false;
    time.whileWaiting = () -> list.show("b=1", "a=2");
    assertEquals("CHANGED a 1 -> 2", changes.next().toString());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancelingEndsTheFuture(boolean isWaiting) {
    hold(isWaiting);
    CompletableFuture<WatchPosition> end = watch.forEachAsync(change -> {});
    assertFalse(held(isWaiting).isDone());
    end.cancel(true);

    assertTrue(held(isWaiting).isCancelled());
    assertThrows(CancellationException.class, end::join);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void cancelingEndsTheSubscription(boolean isWaiting) {
    hold(isWaiting);
    Collector collector = new Collector();
    watch.publisher().subscribe(collector);
    collector.subscription().request(1);
    collector.subscription().cancel();

    assertTrue(held(isWaiting).isCancelled());
    assertFalse(collector.hasEnded);
  }

  @Test
  void closingTheStreamEndsIt() throws Exception {
    time.isHeld = true;
    Stream<Change<String>> changes = watch.stream();
    FutureTask<Long> count = new FutureTask<>(changes::count);
    new Thread(count).start();
    time.awaitHeld(1);
    changes.close();

    assertEquals(0, count.get());
  }

  @Test
  void failsWithWhatTheActionThrows() {
    IllegalStateException failure = new IllegalStateException("full");
    WatchOptions options = WatchOptions.builder().reportsExisting(true).build();
    List<String> told = new ArrayList<>();
    CompletableFuture<WatchPosition> end =
        list.watch(options, time)
            .forEachAsync(
                change -> {
                  told.add(change.toString());
                  throw failure;
                });

    assertSame(failure, assertThrows(ExecutionException.class, end::get).getCause());
    assertEquals(List.of("ADDED a 1"), told);
  }

  @Test
  void aChangeSaysWhatItIsAbout() {
    WatchOptions options = WatchOptions.builder().window(2).pollLimit(5L).build();
    time.whileWaiting =
        () -> {
          switch (time.waits.size()) {
            case 1 -> list.show("b=2", "a=1");
            case 2 -> list.show("c=1", "b=2", "a=1");
            case 3 -> list.show("b=2", "a=1");
            default -> list.show("z=1", "y=1", "x=1");
          }
        };
    List<Change<String>> changes = new ArrayList<>();
    list.watch(options, time).forEach(changes::add);

    assertChange(changes.get(0), ChangeKind.CHANGED, "b", "b=2", "2", "1");
    assertChange(changes.get(1), ChangeKind.ADDED, "c", "c=1", "1", null);
    assertChange(changes.get(2), ChangeKind.VANISHED, "c", null, null, "1");
    assertChange(changes.get(3), ChangeKind.GAP, "", null, null, null);
    assertEquals("[CHANGED b 1 -> 2, ADDED c 1, VANISHED c 1, GAP]", changes.toString());
  }

  private static void assertChange(
      Change<String> change,
      ChangeKind kind,
      String id,
      @Nullable String item,
      @Nullable String state,
      @Nullable String stateBefore) {
    assertSame(kind, change.kind());
    assertEquals(id, change.id());
    assertEquals(item, change.item());
    assertEquals(state, change.state());
    assertEquals(stateBefore, change.stateBefore());
  }

  @ParameterizedTest
  @EnumSource(WatchShape.class)
  void tellsWhereItStandsAfterEachPoll(WatchShape shape) {
    List<String> told = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    WatchOptions options =
        WatchOptions.builder()
            .pollLimit(3L)
            .onPoll(
                position -> {
                  told.add("poll");
                  sizes.add(position.size());
                })
            .build();
    time.whileWaiting = () -> list.show("d=1", "c=1", "b=1", "a=1");
    shape.read(list.watch(options, time), change -> told.add(change.toString()));

    assertEquals(List.of("poll", "ADDED c 1", "ADDED d 1", "poll", "poll"), told);
    assertEquals(List.of(2, 4, 4), sizes);
  }

  @Test
  void anItemThatCannotBeReadEndsTheWatch() {
    list.unread = Map.of("a", "{\"id\":\"a\"}");

    assertSame(
        list.unreadFailure,
        assertThrows(CortexDataException.class, () -> watch.iterator().hasNext()));
  }

  @Test
  void anItemThatCannotBeReadHasNotVanished() {
    List<UnreadElement> met = new ArrayList<>();
    WatchOptions options =
        WatchOptions.builder().faults(FaultPolicy.deliver(met::add)).pollLimit(4L).build();
    time.whileWaiting =
        () -> {
          boolean isBroken = time.waits.size() < 3;
          list.unread =
              isBroken
                  ? Map.of("a", "{\"id\":\"a\"}", "new", "{\"id\":\"new\"}", "other", "[]")
                  : Map.of();
          list.items =
              isBroken ? List.of("other=1", "new=1", "b=1", "a=1") : List.of("new=1", "b=1", "a=2");
        };
    List<String> told = new ArrayList<>();
    list.watch(options, time).forEach(change -> told.add(change.toString()));

    assertEquals(List.of("CHANGED a 1 -> 2", "ADDED new 1"), told);
    assertEquals(6, met.size());
  }

  @Test
  void remembersNoMoreThanTheWindow() {
    WatchOptions options = WatchOptions.builder().window(10).pollLimit(5_000L).build();
    time.whileWaiting = () -> list.items.add(0, "new" + time.waits.size() + "=1");
    int[] greatest = {0};
    list.watch(options, time)
        .forEachAsync(
            change -> greatest[0] = Math.max(greatest[0], change.position().text().length()))
        .join();

    assertEquals(5_001, list.items.size());
    assertTrue(greatest[0] < 250, () -> "characters: " + greatest[0]);
  }

  @Test
  void refusesToBeginBehindTheFirstPage() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Watches.of(list, 2, 20, FakeList::state, state -> true, WatchOptions.DEFAULT));

    assertEquals(
        "Expected first page 0 or 1, found 2; a watch reads the newest items", e.getMessage());
  }

  @Test
  void realTimePassesOnADaemonThatEndsWhenIdle() throws InterruptedException {
    after(Duration.ofDays(1), new OpenWaits()).cancel(true);
    CompletableFuture<?> soon = after(Duration.ofNanos(1), new OpenWaits());
    List<Thread> timers =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals(WaitTimer.RealTime.THREAD_NAME))
            .toList();
    soon.join();

    assertTrue(timers.size() <= 1 && timers.stream().allMatch(Thread::isDaemon));
    for (Thread timer : timers) {
      timer.join();
    }
    assertNull(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals(WaitTimer.RealTime.THREAD_NAME))
            .findAny()
            .orElse(null));
  }

  @Test
  void realTimeIsOverOnceTheClientIsClosed() throws Exception {
    OpenWaits waits = new OpenWaits();
    CompletableFuture<?> earlier = after(Duration.ofDays(1), waits);
    CompletableFuture<Thread> woken = earlier.thenApply(any -> Thread.currentThread());
    assertFalse(woken.isDone());
    waits.close();

    assertNotSame(Thread.currentThread(), woken.get(20, TimeUnit.SECONDS));
    Object unused = after(Duration.ofDays(1), waits).get(20, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClientKeepsNoWaitThatIsOver(boolean isCanceled) {
    OpenWaits waits = mock(OpenWaits.class);
    CompletableFuture<?> wait = after(isCanceled ? Duration.ofDays(1) : Duration.ZERO, waits);
    if (isCanceled) {
      wait.cancel(true);
    }

    ArgumentCaptor<Runnable> end = ArgumentCaptor.forClass(Runnable.class);
    verify(waits).add(end.capture());
    verify(waits, timeout(10_000)).remove(end.getValue());
  }

  private static CompletableFuture<?> after(Duration wait, OpenWaits waits) {
    return WaitTimer.RealTime.INSTANCE.after(wait, waits);
  }

  private void hold(boolean isWaiting) {
    time.isHeld = isWaiting;
    list.isHeld = !isWaiting;
  }

  private void awaitHeld(boolean isWaiting) throws InterruptedException {
    if (isWaiting) {
      time.awaitHeld(1);
    } else {
      list.awaitHeld(1);
    }
  }

  private CompletableFuture<?> held(boolean isWaiting) {
    return isWaiting ? time.held.get(0) : list.held.get(0);
  }

  private static FutureTask<Boolean> inBackground(ChangeIterator<String> changes) {
    FutureTask<Boolean> task = new FutureTask<>(changes::hasNext);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  private static final class Collector implements Subscriber<Change<String>> {
    final List<String> told = new ArrayList<>();
    boolean hasEnded;
    private @Nullable Subscription subscription;

    Subscription subscription() {
      if (subscription == null) {
        throw new AssertionError("no subscription");
      }
      return subscription;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void onNext(Change<String> change) {
      told.add(change.toString());
    }

    @Override
    public void onError(Throwable failure) {
      hasEnded = true;
    }

    @Override
    public void onComplete() {
      hasEnded = true;
    }
  }
}
