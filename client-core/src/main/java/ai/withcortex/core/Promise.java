package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is still to come: what the client needs of a {@link CompletableFuture}, which
 * Android has from 7.0 (API 24) on and core-library desugaring does not bring to older ones.
 *
 * <p>Safe to use from several threads.
 *
 * @param <T> the answer
 */
public final class Promise<T> implements Future<T> {
  /** A promise that is kept already. */
  public static <T> Promise<T> completed(T answer) {
    Promise<T> promise = new Promise<>();
    promise.complete(answer);
    return promise;
  }

  private final CountDownLatch done = new CountDownLatch(1);

  /** What waits for the end; guards the two fields below until then. */
  private final List<BiConsumer<? super T, ? super Throwable>> actions = new ArrayList<>();

  private @Nullable T answer;
  private @Nullable Throwable failure;

  /** Makes a promise that somebody has to complete, fail or cancel. */
  public Promise() {}

  /** Whether this call has ended it, rather than an earlier one. */
  public boolean complete(T answer) {
    return end(requireNonNull(answer, "answer == null"), null);
  }

  /** Whether this call has ended it, rather than an earlier one. */
  public boolean fail(Throwable failure) {
    return end(null, requireNonNull(failure, "failure == null"));
  }

  /** Fails it with a {@link CancellationException}; no thread is interrupted. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return fail(new CancellationException());
  }

  @Override
  public boolean isCancelled() {
    return isDone() && failure instanceof CancellationException;
  }

  @Override
  public boolean isDone() {
    return done.getCount() == 0;
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    if (!isDone()) {
      done.await();
    }
    return outcome();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!isDone() && !done.await(timeout, unit)) {
      throw new TimeoutException();
    }
    return outcome();
  }

  /** Waits until it is done, whatever comes of it; an interrupt does not end that. */
  public void awaitEnd() {
    boolean isInterrupted = false;
    while (!isDone()) {
      try {
        done.await();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private T outcome() throws ExecutionException {
    if (failure instanceof CancellationException) {
      throw (CancellationException) failure;
    }
    if (failure != null) {
      throw new ExecutionException(failure);
    }
    return requireNonNull(answer);
  }

  /**
   * Calls an action with the answer or the failure, the other being null: now if it is done, else
   * on the thread that ends it. What actions throw is thrown there, after all of them were called.
   */
  public void whenDone(BiConsumer<? super T, ? super Throwable> action) {
    synchronized (actions) {
      if (!isDone()) {
        actions.add(action);
        return;
      }
    }
    action.accept(answer, failure);
  }

  /**
   * What a function makes of the answer, which must not be null. Whatever ends that one cancels
   * this one.
   */
  public <R> Promise<R> thenApply(Function<? super T, ? extends R> function) {
    Promise<R> applied = new Promise<>();
    whenDone(
        (given, failed) -> {
          if (failed != null) {
            applied.fail(failed);
            return;
          }
          R result;
          try {
            result = requireNonNull(function.apply(given), "the function answered null");
          } catch (Throwable e) {
            // It is thrown where the result is asked for.
            applied.fail(e);
            return;
          }
          applied.complete(result);
        });
    applied.whenDone((any, failed) -> cancel(true));
    return applied;
  }

  /** The same as a future. Whatever ends that one cancels this one. */
  public CompletableFuture<T> toFuture() {
    CompletableFuture<T> future = new CompletableFuture<>();
    whenDone(
        (given, failed) -> {
          if (failed == null) {
            future.complete(given);
          } else {
            future.completeExceptionally(failed);
          }
        });
    CompletableFuture<?> unused = future.whenComplete((any, failed) -> cancel(true));
    return future;
  }

  private boolean end(@Nullable T answer, @Nullable Throwable failure) {
    List<BiConsumer<? super T, ? super Throwable>> waiting;
    synchronized (actions) {
      if (isDone()) {
        return false;
      }
      this.answer = answer;
      this.failure = failure;
      done.countDown();
      waiting = new ArrayList<>(actions);
      actions.clear();
    }
    callAll(waiting);
    return true;
  }

  private void callAll(List<BiConsumer<? super T, ? super Throwable>> waiting) {
    Throwable thrown = null;
    for (BiConsumer<? super T, ? super Throwable> action : waiting) {
      try {
        action.accept(answer, failure);
      } catch (RuntimeException | Error e) {
        if (thrown == null) {
          thrown = e;
        } else {
          thrown.addSuppressed(e);
        }
      }
    }
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }
}
