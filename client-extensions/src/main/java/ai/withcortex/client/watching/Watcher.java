package ai.withcortex.client.watching;

import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.client.paging.Feed;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.WalkOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Polls a list repeatedly and hands out the changes: the engine behind iterators, streams, actions
 * and subscriptions of a watch.
 *
 * <p>Only one thread at a time may call the methods, except {@link #cancel} and {@link #interrupt}.
 */
final class Watcher<T> implements Feed<Change<T>> {
  private final WatchedList<T> list;
  private final WatchOptions options;
  private final WatchTimer timer;
  private final PollSchedule schedule;
  private Transition transition;
  private List<Change<T>> changes = Collections.emptyList();
  private int handedOut;

  /** Whether the callback has yet to receive the position after the last poll. */
  private boolean hasNewPosition;

  private volatile boolean isCanceled;
  private volatile boolean isInterrupted;

  /** The pending wait: for the time of the next poll, or for its answers. */
  private volatile CompletableFuture<?> pending = CompletableFuture.completedFuture(true);

  Watcher(WatchedList<T> list, WatchOptions options, WatchTimer timer) {
    this.list = list;
    this.options = options;
    this.timer = timer;
    schedule = new PollSchedule(options, timer::nanoTime);
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

  /** Returns the change that {@link #hasItem} found; from now on it counts as delivered. */
  Change<T> takeItem() {
    return changes.get(handedOut++);
  }

  @Override
  public boolean isRead() {
    return isCanceled || (handedOut == changes.size() && schedule.isOver());
  }

  /** Returns where to resume after the change that was handed out last. */
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
        wait.isZero() ? CompletableFuture.completedFuture(true) : timer.after(wait);
    waitFor(due);
    PolledItems<T> polled = new PolledItems<>();
    return due.thenCompose(any -> poll(polled))
        .handle(
            (receipt, failure) -> failure == null ? finished(polled, receipt) : goesOn(failure));
  }

  private CompletableFuture<Receipt> poll(PolledItems<T> polled) {
    schedule.begins();
    CompletableFuture<Receipt> walk =
        list.items.forEachAsync(
            item -> polled.add(list.source.identity(item), list.state.apply(item), item),
            walkOptions(polled));
    waitFor(walk);
    return walk;
  }

  /** Sets no time limit: a poll that is cut short would make items seem to vanish. */
  private WalkOptions walkOptions(PolledItems<T> polled) {
    KnownItems before = transition.after;
    return WalkOptions.builder()
        .itemLimit((long) options.window())
        .faults(FaultPolicy.deliver(element -> polled.add(element, before, options.faults())))
        .build();
  }

  private boolean finished(PolledItems<T> polled, Receipt receipt) {
    // If the window is full, nothing tells for sure whether the list ends with it.
    boolean isFull =
        receipt.delivered() >= options.window() || receipt.verdict() == Verdict.INCOMPLETE;
    KnownItems before = transition.after;
    ChangeDetector<T> detector =
        new ChangeDetector<>(before, polled, isFull, options.reportsExisting(), list.query);
    transition = detector.transition;
    changes = detector.changes;
    handedOut = 0;
    hasNewPosition = true;
    schedule.succeeded(!changes.isEmpty() || before.isNothing());
    return true;
  }

  private boolean goesOn(Throwable failure) {
    // The failure comes through a dependent stage, which wraps it.
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

  /** Ends the pending fetch; unlike {@link #cancel}, this allows more fetches. */
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
}
