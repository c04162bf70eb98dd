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
import org.jspecify.annotations.Nullable;

/**
 * Looks at a list again and again and hands out what each look has found: the engine of all shapes
 * of a watch.
 *
 * <p>All but {@link #cancel} and {@link #giveUp} is called by one thread at a time.
 */
final class Watcher<T> implements Feed<Change<T>> {
  private final Watched<T> watched;
  private final WatchOptions options;
  private final WatchTime time;
  private final Pace pace;
  private Transition transition;
  private List<Change<T>> changes = Collections.emptyList();
  private int handedOut;

  /** Whether somebody has yet to hear where the last look has led. */
  private boolean hasNews;

  private volatile boolean isCanceled;
  private volatile boolean isGivenUp;

  /** What is waited for: the time of the next look, or its answers. */
  private volatile CompletableFuture<?> pending = CompletableFuture.completedFuture(true);

  Watcher(Watched<T> watched, WatchOptions options, WatchTime time) {
    this.watched = watched;
    this.options = options;
    this.time = time;
    pace = new Pace(options, time::nanoTime);
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

  /** Where to go on behind the change that was handed out last. */
  WatchPosition position() {
    return new WatchPosition(watched.query(), transition.at(handedOut));
  }

  @Override
  public CompletableFuture<Boolean> fetchAsync() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    if (isRead()) {
      done.complete(false);
      return done;
    }
    isGivenUp = false;
    Duration wait = pace.untilNext();
    CompletableFuture<?> due =
        wait.isZero() ? CompletableFuture.completedFuture(true) : time.after(wait);
    waitFor(due);
    CompletableFuture<?> unused = due.whenComplete((any, failure) -> look(failure, done));
    return done;
  }

  private void look(@Nullable Throwable notDue, CompletableFuture<Boolean> done) {
    if (notDue != null) {
      failed(notDue, done);
      return;
    }
    try {
      pace.begins();
      View<T> view = new View<>();
      CompletableFuture<Receipt> walk =
          watched.list().forEachAsync(item -> see(item, view), walkOptions(view));
      waitFor(walk);
      CompletableFuture<?> unused =
          walk.whenComplete((receipt, failure) -> looked(view, receipt, failure, done));
    } catch (Throwable e) {
      // Nobody else completes the future.
      done.completeExceptionally(e);
    }
  }

  private void see(T item, View<T> view) {
    view.see(watched.identity(item), watched.state(item), item);
  }

  /** Time limits stay out of it: a look that is cut short would show that items vanish. */
  private WalkOptions walkOptions(View<T> view) {
    Known before = transition.after;
    return WalkOptions.builder()
        .itemLimit((long) options.window())
        .faults(FaultPolicy.deliver(element -> view.see(element, before, options.faults())))
        .build();
  }

  private void looked(
      View<T> view, Receipt receipt, @Nullable Throwable failure, CompletableFuture<Boolean> done) {
    if (failure != null) {
      failed(failure, done);
      return;
    }
    try {
      // Whether the end of the list was reached as well cannot be told for sure.
      boolean isFull = receipt.delivered() >= options.window();
      accept(view, isFull || receipt.verdict() == Verdict.INCOMPLETE);
      done.complete(true);
    } catch (Throwable e) {
      // Nobody else completes the future.
      done.completeExceptionally(e);
    }
  }

  private void accept(View<T> view, boolean isFull) {
    Known before = transition.after;
    Comparison<T> comparison = new Comparison<>(before, view, isFull, options.tellsExisting());
    transition = comparison.transition();
    changes = comparison.changes(transition, watched.query());
    handedOut = 0;
    hasNews = true;
    pace.succeeded(!changes.isEmpty() || before.isNothing());
  }

  private void failed(Throwable failure, CompletableFuture<Boolean> done) {
    if (isCanceled) {
      done.complete(false);
    } else if (failure instanceof CancellationException || !pace.survives(failure)) {
      done.completeExceptionally(failure);
    } else {
      done.complete(true);
    }
  }

  private void waitFor(CompletableFuture<?> next) {
    pending = next;
    if (isCanceled || isGivenUp) {
      next.cancel(true);
    }
  }

  /** Ends what was fetched last; unlike after {@link #cancel}, more can be fetched. */
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
