package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import ai.withcortex.core.error.WalkPosition;
import ai.withcortex.core.error.WalkPositions;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on its way when; walks push their items here, so that a test can look in between. */
@Timeout(60)
final class PrefetchTest {
  private final FakePages server = new FakePages(1000);
  private final HeldSource source = new HeldSource(server);
  private final CortexTimeoutException timeout =
      new CortexTimeoutException("too late", null, Limit.TOTAL, 0);
  private final List<Integer> delivered = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();

  @Test
  void sendsOneRequestAtATimeWithoutPrefetch() {
    CompletableFuture<Receipt> end = walk(0);

    for (int i = 0; !end.isDone(); i++) {
      assertEquals(1, source.open());
      source.answer(i);
    }
    assertEquals(server.items, delivered);
  }

  @Test
  void keepsTheOrderOfAnswersThatComeInAnother() {
    CompletableFuture<Receipt> end = walk(4);

    assertEquals(1, source.open());
    source.answer(0);
    while (!end.isDone()) {
      assertTrue(source.open() <= 4, () -> "open: " + source.open());
      for (int i = source.answers.size() - 1; i >= 0; i--) {
        source.answer(i);
      }
    }
    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, end.join().verdict());
    assertEquals(0, source.canceled());
    assertEquals(12, source.answers.size());
  }

  @Test
  void waitsForTheFirstAnswerBeforeItSendsAhead() {
    CompletableFuture<Receipt> end = walk(4);
    assertEquals(1, source.answers.size());
    source.answer(0);
    assertEquals(5, source.answers.size());
    end.cancel(true);
    assertEquals(4, source.canceled());
  }

  @Test
  void cancelsWhatIsOfNoUseAfterDeletions() {
    CompletableFuture<Receipt> end = walk(4);
    source.answer(0);
    server.items = server.items.subList(50, 1000);
    source.answer(1);

    assertEquals(3, source.canceled());
    for (int i = 0; !end.isDone(); i++) {
      source.answer(i);
    }
    assertEquals(new FakePages(1000).items, delivered);
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, end.join().verdict());
  }

  @Test
  void throwsAFailureWhenItIsReached() {
    CompletableFuture<Receipt> end = walk(4);
    source.answer(0);
    CortexConnectionException failure = new CortexConnectionException("down", null);
    source.fail(2, failure);
    assertFalse(end.isDone());
    source.answer(1);

    ExecutionException e = assertThrows(ExecutionException.class, end::get);
    assertSame(failure, e.getCause());
    assertEquals("page 3, 198 delivered", String.valueOf(failure.position()));
    assertEquals(0, source.open());
  }

  /** Its time had begun before the walk needed it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void requestsAgainWhatTimedOutAhead(boolean isSent) {
    CompletableFuture<Receipt> end = walk(4);
    source.answer(0);
    if (!isSent) {
      source.unsent.add(2);
    }
    source.fail(2, timeout);
    source.answer(1);
    // What was requested after the page must not make it wait.
    assertEquals(2, source.canceled());
    for (int i = 5; !end.isDone(); i++) {
      source.answer(i);
    }

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, end.join().verdict());
    assertEquals(source.answers.size() - (isSent ? 0 : 1), end.join().requests());
  }

  @Test
  void failsIfThePageThatItNeedsTimesOut() {
    CompletableFuture<Receipt> end = walk(4);
    source.answer(0);
    source.answer(1);
    source.fail(2, timeout);
    assertFalse(end.isDone());
    source.fail(6, timeout);

    assertSame(timeout, assertThrows(ExecutionException.class, end::get).getCause());
  }

  @Test
  void doesNotCountWhatWasCanceledBeforeItWasSent() {
    CompletableFuture<Receipt> end = walk(4);
    source.answer(0);
    source.unsent.addAll(List.of(3, 4));
    source.fail(1, new CortexConnectionException("down", null));

    WalkPosition position = WalkPositions.of(assertThrows(ExecutionException.class, end::get));
    Checkpoint checkpoint = Checkpoint.of(requireNonNull(position).checkpoint());
    WalkOptions resumed = WalkOptions.builder().checkpoint(checkpoint).build();
    assertEquals(3, PagedIterables.of(source, 1, 100).walk(resumed).receipt().requests());
    assertEquals(3, receipts.get(0).requests());
  }

  /** The listener is called while the request is being canceled. */
  @Test
  void theListenerDoesNotCountWhatWasNeverSent() {
    source.unsent.add(0);
    walk(0).cancel(true);

    assertEquals(0, receipts.get(0).requests());
    WalkOptions resumed = WalkOptions.builder().checkpoint(receipts.get(0).checkpoint()).build();
    assertEquals(0, PagedIterables.of(source, 1, 100).walk(resumed).receipt().requests());
  }

  /** What waits for a rate limit has not used up the limit of requests. */
  @Test
  void aRetryGoesBeforeWhatWaitsForItsTurn() {
    WalkOptions limited = options(4).toBuilder().requestLimit(8).build();
    CompletableFuture<Receipt> end =
        PagedIterables.of(source, 1, 100).forEachAsync(delivered::add, limited);
    for (int i = 0; i < 4; i++) {
      source.answer(i);
    }
    assertEquals(8, source.answers.size());
    source.unsent.addAll(List.of(5, 6, 7));

    assertTrue(source.retry(4));
    assertTrue(source.answers.get(7).isCancelled());
    assertEquals(1, source.canceled());
    source.unsent.clear();
    for (int i = 4; !end.isDone(); i++) {
      source.answer(i);
    }

    assertEquals(server.items.subList(0, 658), delivered);
    assertEquals("the limit of 8 requests was reached", end.join().reason());
    assertEquals(7, end.join().requests());
    assertEquals(1, end.join().retries());
  }

  @Test
  void aRetryDoesNotGoBeforeWhatIsNeededFirst() {
    WalkOptions limited = options(2).toBuilder().requestLimit(3).build();
    CompletableFuture<Receipt> end =
        PagedIterables.of(source, 1, 100).forEachAsync(delivered::add, limited);
    source.answer(0);
    source.unsent.add(1);

    assertFalse(source.retry(2));
    assertEquals(0, source.canceled());
    source.unsent.clear();
    source.fail(2, new CortexConnectionException("down", null));
    source.answer(1);
    assertEquals("the limit of 3 requests was reached", end.join().reason());
    assertEquals(server.items.subList(0, 198), delivered);
  }

  @Test
  void repeatsWhatHasFailed() throws InterruptedException {
    HeldSource flaky = new HeldSource(server);
    Walk<Integer> walk = PagedIterables.of(flaky, 1, 100).walk(options(2));
    FutureTask<Boolean> first = inBackground(walk::hasNext);
    flaky.await(1);
    flaky.fail(0, new CortexConnectionException("down", null));
    Throwable failure =
        requireNonNull(assertThrows(ExecutionException.class, first::get).getCause());
    assertEquals("The walk waited for the page here", failure.getSuppressed()[0].getMessage());

    FutureTask<Boolean> second = inBackground(walk::hasNext);
    flaky.await(2);
    flaky.answer(1);
    assertTrue(join(second));
  }

  @Test
  void closingEndsRequests() throws InterruptedException {
    Walk<Integer> walk = PagedIterables.of(source, 1, 100).walk(options(2));
    FutureTask<Boolean> first = inBackground(walk::hasNext);
    source.await(1);
    walk.close();

    assertFalse(join(first));
    assertEquals(1, source.canceled());
    assertFalse(walk.hasNext());
    assertEquals(
        "the walk is closed; start a new one from its checkpoint",
        assertThrows(NoSuchElementException.class, walk::next).getMessage());
    assertEquals(Verdict.INCOMPLETE, walk.receipt().verdict());
  }

  @Test
  void anInterruptEndsTheRequest() throws InterruptedException {
    Walk<Integer> walk = PagedIterables.of(source, 1, 100).walk(options(2));
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                walk.next();
              } catch (RuntimeException e) {
                thrown.complete(e);
              }
              flag.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    source.await(1);
    thread.interrupt();
    thread.join();

    assertInstanceOf(CortexCanceledException.class, thrown.join());
    assertEquals(
        "The request for page 1 (take 100) was canceled because its thread was interrupted",
        thrown.join().getMessage());
    assertTrue(flag.join());
    assertEquals(1, source.canceled());
  }

  private CompletableFuture<Receipt> walk(int prefetch) {
    return PagedIterables.of(source, 1, 100).forEachAsync(delivered::add, options(prefetch));
  }

  private WalkOptions options(int prefetch) {
    return WalkOptions.builder().prefetch(prefetch).onEnd(receipts::add).build();
  }

  private static FutureTask<Boolean> inBackground(Callable<Boolean> task) {
    FutureTask<Boolean> future = new FutureTask<>(task);
    Thread thread = new Thread(future);
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  private static boolean join(FutureTask<Boolean> task) {
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
