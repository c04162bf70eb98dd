package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class PromiseTest {
  private final IllegalStateException down = new IllegalStateException("down");
  private final Promise<String> promise = new Promise<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void whatEndsItFirstCounts() throws Exception {
    promise.whenDone((answer, failure) -> told.add("waited for " + answer));
    assertTrue(promise.complete("a"));
    assertFalse(promise.complete("b"));
    assertFalse(promise.fail(down));
    assertFalse(promise.cancel(true));
    promise.whenDone((answer, failure) -> told.add("was there: " + answer));

    assertEquals("a", promise.get());
    assertFalse(promise.isCancelled());
    assertEquals(List.of("waited for a", "was there: a"), told);
  }

  @Test
  void aFailureIsTheCauseForWhoWaits() {
    promise.fail(down);
    assertSame(down, assertThrows(ExecutionException.class, promise::get).getCause());
    assertSame(
        down,
        assertThrows(ExecutionException.class, () -> promise.get(1, TimeUnit.DAYS)).getCause());
  }

  @Test
  void aFunctionThatAnswersNullFails() {
    Promise<String> applied = promise.thenApply(answer -> null);
    promise.complete("a");

    Throwable cause = assertThrows(ExecutionException.class, applied::get).getCause();
    assertEquals("java.lang.NullPointerException: the function answered null", "" + cause);
  }

  @Test
  void waitsNoLongerThanAsked() {
    assertThrows(TimeoutException.class, () -> promise.get(1, TimeUnit.NANOSECONDS));
    assertFalse(promise.isDone());
  }

  @Test
  void anInterruptEndsTheWaitForAnAnswerButNotForTheEnd() throws InterruptedException {
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, promise::get);

    Thread waiting =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              promise.awaitEnd();
              told.add("interrupted: " + Thread.interrupted() + ", done: " + promise.isDone());
            });
    waiting.start();
    promise.complete("a");
    waiting.join();
    assertEquals(List.of("interrupted: true, done: true"), told);
  }

  @Test
  void whatActionsThrowIsThrownOnceAllWereCalled() {
    promise.whenDone((answer, failure) -> throwIt(down));
    promise.whenDone((answer, failure) -> told.add(answer));
    promise.whenDone((answer, failure) -> throwIt(new IllegalStateException("down, too")));

    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> promise.complete("a"));
    assertSame(down, e);
    assertEquals("down, too", e.getSuppressed()[0].getMessage());
    assertEquals(List.of("a"), told);
  }

  private static void throwIt(RuntimeException e) {
    throw e;
  }

  @Test
  void aFunctionMakesAnotherPromiseOfIt() throws Exception {
    Promise<Integer> length = promise.thenApply(String::length);
    promise.complete("abc");
    assertEquals(3, length.get());

    Promise<Integer> failed =
        promise.thenApply(
            answer -> {
              throw down;
            });
    assertSame(down, assertThrows(ExecutionException.class, failed::get).getCause());
  }

  @Test
  void cancelingWhatIsMadeOfItCancelsIt() {
    Promise<Integer> length = promise.thenApply(String::length);
    length.cancel(true);
    assertTrue(promise.isCancelled());
    assertThrows(CancellationException.class, length::get);
  }

  @Test
  void cancelingItCancelsWhatIsMadeOfIt() {
    Promise<Integer> length = promise.thenApply(String::length);
    promise.cancel(true);
    assertTrue(length.isCancelled());
    assertTrue(promise.toFuture().isCancelled());
  }

  @Test
  void completingTheFutureCancelsIt() {
    CompletableFuture<String> future = promise.toFuture();
    future.complete("mine");
    assertTrue(promise.isCancelled());
    assertEquals("mine", future.join());
  }
}
