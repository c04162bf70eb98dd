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

/**
 * Polls a list repeatedly and hands out the changes: the engine behind iterators, streams, actions
 * and subscriptions of a watch.
 *
 * <p>Only one thread at a time may call the methods, except {@link #cancel} and {@link #giveUp}.
 */
final class Watcher<T> implements Feed<Change<T>> {
  private final DefaultWatch<T> watch;
  private final WatchOptions options;
  private final Pace pace;
  private Transition transition;
  private List<Change<T>> changes = Collections.emptyList();
  private int handedOut;

  /** Whether the callback has yet to receive the position after the last poll. */
  private boolean hasNews;

  private volatile boolean isCanceled;
  private volatile boolean isGivenUp;

  /** The pending wait: for the time of the next poll, or for its answers. */
  private volatile CompletableFuture<?> pending = CompletableFuture.completedFuture(true);

  Watcher(DefaultWatch<T> watch) {
    this.watch = watch;
    options = watch.options;
    pace = new Pace(options, watch.time::nanoTime);
    WatchPosition position = options.position();
    Known known = position == null ? Known.NOTHING : position.known;
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
    if (hasNews) {
      hasNews = false;
      options.onLook().accept(position());
    }
    return false;
  }

  @Override
  public Change<T> takeItem() {
    return changes.get(handedOut++);
  }

  @Override
  public boolean isRead() {
    return isCanceled || (handedOut == changes.size() && pace.isOver());
  }

  /** Returns where to resume after the change that was handed out last. */
  WatchPosition position() {
    return new WatchPosition(watch.query, transition.at(handedOut));
  }

  @Override
  public CompletableFuture<Boolean> fetchAsync() {
    if (isRead()) {
      return CompletableFuture.completedFuture(false);
    }
    isGivenUp = false;
    Duration wait = pace.untilNext();
    CompletableFuture<?> due =
        wait.isZero() ? CompletableFuture.completedFuture(true) : watch.time.after(wait);
    waitFor(due);
    View<T> view = new View<>();
    return due.thenCompose(any -> look(view))
        .handle((receipt, failure) -> failure == null ? looked(view, receipt) : goesOn(failure));
  }

  private CompletableFuture<Receipt> look(View<T> view) {
    pace.begins();
    CompletableFuture<Receipt> walk =
        watch.list.forEachAsync(item -> see(item, view), walkOptions(view));
    waitFor(walk);
    return walk;
  }

  private void see(T item, View<T> view) {
    view.see(watch.source.identity(item), watch.state.apply(item), item);
  }

  /** Sets no time limit: a poll that is cut short would make items seem to vanish. */
  private WalkOptions walkOptions(View<T> view) {
    Known before = transition.after;
    return WalkOptions.builder()
        .itemLimit((long) options.window())
        .faults(FaultPolicy.deliver(element -> view.see(element, before, options.faults())))
        .build();
  }

  private boolean looked(View<T> view, Receipt receipt) {
    // If the window is full, nothing tells for sure whether the list ends with it.
    boolean isFull =
        receipt.delivered() >= options.window() || receipt.verdict() == Verdict.INCOMPLETE;
    Known before = transition.after;
    Comparison<T> comparison =
        new Comparison<>(before, view, isFull, options.tellsExisting(), watch.query);
    transition = comparison.transition;
    changes = comparison.changes;
    handedOut = 0;
    hasNews = true;
    pace.succeeded(!changes.isEmpty() || before.isNothing());
    return true;
  }

  private boolean goesOn(Throwable failure) {
    // The failure comes through a dependent stage, which wraps it.
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (!isCanceled && (cause instanceof CancellationException || !pace.survives(cause))) {
      throw new CompletionException(cause);
    }
    return !isCanceled;
  }

  private void waitFor(CompletableFuture<?> next) {
    pending = next;
    if (isCanceled || isGivenUp) {
      next.cancel(true);
    }
  }

  /** Ends the pending fetch; unlike {@link #cancel}, this allows more fetches. */
  void giveUp() {
    isGivenUp = true;
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
