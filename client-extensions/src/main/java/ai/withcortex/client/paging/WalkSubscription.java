package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Pushes the items of a feed to a subscriber as it asks for them.
 *
 * <p>Whoever has something to say (demand, an answer, a cancel) says so and calls {@link #drain};
 * one thread at a time then does what there is to do. An answer that is there at once therefore
 * does not add to the stack.
 */
final class WalkSubscription<T> implements Subscription {
  private final Feed<T> feed;
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger work = new AtomicInteger();
  private volatile boolean isCanceled;
  private volatile @Nullable Throwable badRequest;

  /** The answer that is waited for; null when there is none. */
  private @Nullable CompletableFuture<Boolean> fetch;

  /** Null when the subscription is over. */
  private @Nullable Subscriber<? super T> subscriber;

  /** See {@link Feed#start}. */
  static <T, R> CompletableFuture<R> start(
      Feed<T> feed, Consumer<? super T> action, Supplier<R> result) {
    AsyncWalk<T, R> walk = new AsyncWalk<>(action, result);
    walk.onSubscribe(new WalkSubscription<>(feed, walk));
    return walk.future;
  }

  WalkSubscription(Feed<T> feed, Subscriber<? super T> subscriber) {
    this.feed = feed;
    this.subscriber = subscriber;
  }

  @Override
  public void request(long count) {
    if (count < 1) {
      badRequest =
          new IllegalArgumentException(
              "Expected a request for at least 1 item, found " + count + " (rule 3.9)");
    } else {
      demand.getAndUpdate(had -> had + count < 0 ? Long.MAX_VALUE : had + count);
    }
    drain();
  }

  @Override
  public void cancel() {
    isCanceled = true;
    feed.cancel();
    drain();
  }

  private void drain() {
    if (work.getAndIncrement() != 0) {
      return;
    }
    int done = 1;
    do {
      push();
      done = work.addAndGet(-done);
    } while (done != 0);
  }

  private void push() {
    Subscriber<? super T> to = subscriber;
    if (to == null) {
      return;
    }
    try {
      while (step(to)) {
        // Goes on.
      }
    } catch (RuntimeException | Error e) {
      end();
      to.onError(e);
    }
  }

  /** Whether there is more to do now. */
  private boolean step(Subscriber<? super T> to) {
    if (isCanceled) {
      end();
      return false;
    }
    Throwable bad = badRequest;
    if (bad != null) {
      end();
      to.onError(bad);
      return false;
    }
    if (fetch != null) {
      return isFetched(fetch, to);
    }
    if (feed.hasItem()) {
      return demand.get() > 0 && deliver(to);
    }
    if (feed.isRead()) {
      complete(to);
      return false;
    }
    return demand.get() > 0 && startFetch();
  }

  private boolean deliver(Subscriber<? super T> to) {
    if (demand.get() != Long.MAX_VALUE) {
      demand.decrementAndGet();
    }
    to.onNext(feed.takeItem());
    return true;
  }

  private boolean startFetch() {
    CompletableFuture<Boolean> started = feed.fetchAsync();
    fetch = started;
    if (started.isDone()) {
      return true;
    }
    whenDone(started, this::drain);
    return false;
  }

  private boolean isFetched(CompletableFuture<Boolean> answer, Subscriber<? super T> to) {
    if (!answer.isDone()) {
      return false;
    }
    fetch = null;
    try {
      if (answer.get()) {
        return true;
      }
    } catch (ExecutionException e) {
      throw Walker.unchecked(Walker.cause(e));
    } catch (InterruptedException e) {
      throw new AssertionError("it is done", e);
    }
    complete(to);
    return false;
  }

  private void complete(Subscriber<? super T> to) {
    end();
    to.onComplete();
  }

  private void end() {
    subscriber = null;
    feed.cancel();
    CompletableFuture<Boolean> open = fetch;
    if (open == null) {
      feed.end();
    } else {
      // Another thread may be reading the answer, and the feed is not over before that.
      whenDone(open, feed::end);
    }
  }

  /** What a user's code throws there reaches the thread's handler; nobody waits for it. */
  private static void whenDone(CompletableFuture<?> future, Runnable action) {
    CompletableFuture<?> unused =
        future.whenComplete(
            (any, failure) -> {
              try {
                action.run();
              } catch (RuntimeException | Error e) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
              }
            });
  }

  /**
   * Calls an action with every item, and completes a future with what there is to say at the end.
   */
  private static final class AsyncWalk<T, R> implements Subscriber<T> {
    private final Consumer<? super T> action;
    private final Supplier<R> result;
    private final CompletableFuture<R> future = new CompletableFuture<>();

    AsyncWalk(Consumer<? super T> action, Supplier<R> result) {
      this.action = action;
      this.result = result;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      CompletableFuture<?> unused = future.whenComplete((end, failure) -> subscription.cancel());
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
      try {
        action.accept(item);
      } catch (Throwable e) {
        // The caller has no other way to hear of it, and the walk ends with the future.
        future.completeExceptionally(e);
      }
    }

    @Override
    public void onError(Throwable failure) {
      future.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      future.complete(result.get());
    }
  }
}
