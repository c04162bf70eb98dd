package ai.withcortex.client.watching;

import ai.withcortex.client.internal.WaitTimer;
import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.client.paging.Feed;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.UnreadElement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Polls a list repeatedly and delivers the changes to the iterator, stream, action, or subscription
 * of a watch.
 *
 * <p>Only one thread at a time may call the methods, except for {@link #cancel} and {@link
 * #interrupt}.
 */
final class Watcher<T> implements Feed<Change<T>> {
  private final WatchedList<T> list;
  private final WatchOptions options;
  private final WaitTimer timer;
  private final PollSchedule schedule;
  private Transition transition;
  private List<Change<T>> changes = Collections.emptyList();
  private int handedOut;

  /** Whether the callback still has to receive the position after the last poll. */
  private boolean hasNewPosition;

  private volatile boolean isCanceled;
  private volatile boolean isInterrupted;

  /** The pending wait, either for the next poll to be due or for its responses. */
  private volatile CompletableFuture<?> pending = CompletableFuture.completedFuture(true);

  Watcher(WatchedList<T> list, WatchOptions options, WaitTimer timer) {
    this.list = list;
    this.options = options;
    this.timer = timer;
    schedule = new PollSchedule(options, timer);
    WatchPosition position = options.position();
    KnownItems known = position == null ? KnownItems.NOTHING : position.known;
    transition = new Transition(known, known, Collections.emptyList());
  }

  @Override
  public boolean hasItem() {
    if (isCanceled) {
      return false;
    }
    if (handedOut < changes.size()) {
      return true;
    }
    if (hasNewPosition) {
      hasNewPosition = false;
      options.onPoll().accept(position());
    }
    return false;
  }

  @Override
  public void deliver(Consumer<? super Change<T>> action) {
    action.accept(changes.get(handedOut));
    handedOut++;
  }

  /** Returns the change found by {@link #hasItem} and marks it as delivered. */
  Change<T> takeItem() {
    return changes.get(handedOut++);
  }

  @Override
  public boolean isRead() {
    return isCanceled || (handedOut == changes.size() && schedule.isOver());
  }

  /** Returns the position to resume from after the last delivered change. */
  WatchPosition position() {
    return new WatchPosition(list.query, transition.at(handedOut));
  }

  @Override
  public CompletableFuture<Boolean> fetchAsync() {
    if (isRead()) {
      return CompletableFuture.completedFuture(false);
    }
    isInterrupted = false;
    Duration wait = schedule.untilNext();
    CompletableFuture<?> due =
        wait.isZero() ? CompletableFuture.completedFuture(true) : timer.after(wait, list.waits);
    waitFor(due);
    PolledItems<T> polled = new PolledItems<>(list, transition.known, options);
    return due.thenCompose(any -> poll(polled))
        .handle((any, failure) -> failure == null ? finished(polled) : goesOn(failure));
  }

  /** Sets no time limit, because cutting a poll short would make items appear to have vanished. */
  private CompletableFuture<?> poll(PolledItems<T> polled) {
    schedule.begins();
    PolledPages<T> pages = new PolledPages<>(list.source, list.numbers);
    Poll<T> poll = new Poll<>(polled, pages);
    WalkOptions walk =
        WalkOptions.builder().faults(FaultPolicy.deliver(poll::skip)).onEnd(poll::end).build();
    list.items(pages).publisher(walk).subscribe(poll);
    waitFor(poll.end);
    return poll.end;
  }

  private boolean finished(PolledItems<T> polled) {
    KnownItems before = transition.known;
    ChangeDetector<T> detector =
        new ChangeDetector<>(before, polled, options.reportsExisting(), list.query);
    transition = detector.transition;
    changes = detector.changes;
    handedOut = 0;
    hasNewPosition = true;
    schedule.succeeded(!changes.isEmpty() || before.isNothing());
    return true;
  }

  private boolean goesOn(Throwable failure) {
    // The failure has passed through a dependent stage, which wraps it.
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (!isCanceled && (cause instanceof CancellationException || !schedule.survives(cause))) {
      throw new CompletionException(cause);
    }
    return !isCanceled;
  }

  private void waitFor(CompletableFuture<?> next) {
    pending = next;
    if (isCanceled || isInterrupted) {
      next.cancel(true);
    }
  }

  /** Cancels the pending fetch. Unlike {@link #cancel}, this allows further fetches. */
  void interrupt() {
    isInterrupted = true;
    pending.cancel(true);
  }

  @Override
  public void end() {
    cancel();
  }

  @Override
  public void cancel() {
    isCanceled = true;
    pending.cancel(true);
  }

  /** Reads items until a poll has read enough or the list ends. */
  private static final class Poll<T> implements Subscriber<T> {
    private final PolledItems<T> polled;
    private final PolledPages<T> pages;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private @Nullable Subscription subscription;
    private boolean isEnough;

    Poll(PolledItems<T> polled, PolledPages<T> pages) {
      this.polled = polled;
      this.pages = pages;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
      CompletableFuture<?> unused = end.whenComplete((any, failure) -> subscription.cancel());
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
      pages.deliver(item);
      endIf(polled.add(item));
    }

    /** Called with each unreadable item. */
    void skip(UnreadElement element) {
      pages.deliver(element);
      endIf(polled.add(element));
    }

    private void endIf(boolean isEnough) {
      this.isEnough = isEnough;
      if (isEnough && subscription != null) {
        subscription.cancel();
      }
    }

    /** Called when the walk ends, after a cancellation as well. */
    void end(Receipt receipt) {
      Verdict verdict = isEnough ? Verdict.INCOMPLETE : receipt.verdict();
      polled.end(verdict, receipt.reason() == null && !pages.hasRestarted);
      if (isEnough) {
        end.complete(true);
      }
    }

    @Override
    public void onError(Throwable failure) {
      end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      end.complete(true);
    }
  }
}
