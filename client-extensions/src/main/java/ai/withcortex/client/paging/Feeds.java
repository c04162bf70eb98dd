package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.Failures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Delivers the items of a {@link Feed} to actions and subscribers. */
public final class Feeds {
  private Feeds() {}

  /**
   * Calls an action with each item, on the threads that receive the items. If the action throws,
   * the feed ends, and then the future fails with that exception. Completing the future in any way
   * cancels the feed.
   *
   * @param result supplies the value that the future completes with
   */
  public static <T, R> CompletableFuture<R> start(
      Feed<T> feed, Consumer<? super T> action, Supplier<R> result) {
    AsyncWalk<T, R> walk = new AsyncWalk<>(requireNonNull(action, "action == null"), result);
    new FeedSubscription<>(feed, walk).begin();
    return walk.future;
  }

  /**
   * Returns a publisher that starts a feed for each subscriber and fetches items as the subscriber
   * requests them.
   */
  public static <T> Publisher<T> publisher(Supplier<? extends Feed<T>> feeds) {
    return subscriber -> {
      requireNonNull(subscriber, "subscriber == null");
      new FeedSubscription<T>(feeds.get(), subscriber).begin();
    };
  }

  /**
   * Pushes the items of a feed to a subscriber on demand.
   *
   * <p>Each signal (demand, a response, or a cancellation) is recorded before {@link #drain} is
   * called. One thread at a time then does all the work, so a response that is available
   * immediately does not deepen the stack.
   */
  private static final class FeedSubscription<T> implements Subscription {
    private final Feed<T> feed;
    private final AtomicLong demand = new AtomicLong();

    /** The number of signals to handle. The subscription itself counts as the first one. */
    private final AtomicInteger work = new AtomicInteger(1);

    private volatile boolean isCanceled;
    private volatile @Nullable RuntimeException badRequest;

    /** The pending fetch, or null if there is none. */
    private @Nullable CompletableFuture<Boolean> fetch;

    /** The subscriber, or null once the subscription has ended. */
    private @Nullable Subscriber<? super T> subscriber;

    /** Whether all items have been delivered. */
    private boolean isComplete;

    FeedSubscription(Feed<T> feed, Subscriber<? super T> subscriber) {
      this.feed = feed;
      this.subscriber = subscriber;
    }

    /** Gives the subscription to the subscriber, which gets no item before that has returned. */
    void begin() {
      boolean isTaken = false;
      try {
        requireNonNull(subscriber, "the subscription has not ended").onSubscribe(this);
        isTaken = true;
      } finally {
        if (!isTaken) {
          // Rule 2.13: the subscription counts as canceled.
          cancel();
        }
        if (work.decrementAndGet() != 0) {
          pushAll();
        }
      }
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
      if (work.getAndIncrement() == 0) {
        pushAll();
      }
    }

    private void pushAll() {
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
      Throwable failure = null;
      try {
        while (step(to)) {
          // Continues.
        }
      } catch (Throwable e) {
        // User code may throw anything.
        endWith(e);
        failure = e;
      }
      // If the last signal throws, the subscriber must not get another one.
      if (failure != null) {
        to.onError(failure);
      } else if (isComplete) {
        to.onComplete();
      }
    }

    private void endWith(Throwable failure) {
      try {
        end();
      } catch (RuntimeException | Error e) {
        if (e != failure) {
          failure.addSuppressed(e);
        }
      }
    }

    /** Returns whether there is more work to do now. */
    private boolean step(Subscriber<? super T> to) {
      if (isCanceled) {
        end();
        return false;
      }
      RuntimeException bad = badRequest;
      if (bad != null) {
        throw bad;
      }
      if (fetch != null) {
        return isFetched(fetch);
      }
      if (feed.hasItem()) {
        return demand.get() > 0 && deliver(to);
      }
      if (feed.isRead()) {
        complete();
        return false;
      }
      return demand.get() > 0 && startFetch();
    }

    private boolean deliver(Subscriber<? super T> to) {
      if (demand.get() != Long.MAX_VALUE) {
        demand.decrementAndGet();
      }
      feed.deliver(to::onNext);
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

    private boolean isFetched(CompletableFuture<Boolean> answer) {
      if (!answer.isDone()) {
        return false;
      }
      fetch = null;
      try {
        if (answer.get()) {
          return true;
        }
      } catch (ExecutionException e) {
        throw Failures.unchecked(Failures.cause(e));
      } catch (InterruptedException e) {
        throw new AssertionError("the future is done", e);
      }
      complete();
      return false;
    }

    private void complete() {
      end();
      isComplete = true;
    }

    private void end() {
      subscriber = null;
      feed.cancel();
      CompletableFuture<Boolean> open = fetch;
      if (open == null) {
        feed.end();
      } else {
        // Another thread may still be reading the response. The feed ends after that.
        whenDone(open, feed::end);
      }
    }

    /**
     * Passes exceptions thrown by user code to the thread's exception handler, because no caller is
     * waiting for them.
     */
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
  }

  /** Calls an action with every item and completes a future with the result at the end. */
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
      action.accept(item);
    }

    @Override
    public void onError(Throwable failure) {
      future.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      R value;
      try {
        value = result.get();
      } catch (RuntimeException | Error e) {
        future.completeExceptionally(e);
        return;
      }
      future.complete(value);
    }
  }
}
