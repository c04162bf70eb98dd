package ai.withcortex.client.internal.awaiting;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.awaiting.ProgressListener;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A run whose end is awaited. The executor calls the listener and completes the future, so whoever
 * has seen the run never runs code of the user's.
 *
 * <p>Not thread-safe, except for {@link #end} and {@link #says}.
 */
final class Awaited {
  /** What lists show of a run. */
  static final GetRunOptions WITHOUT_PARTS = GetRunOptions.builder().build();

  final String id;
  final CompletableFuture<Run> end = new End();
  final AwaitSchedule schedule;
  private final AwaitOptions options;
  private final Executor executor;
  private final @Nullable Progress progress;

  /** The {@link RunRequest} or {@link ListReading} whose answer this await needs, if any. */
  @Nullable Object pending;

  /** Whether the lists do not show the run, so that the next poll has to get it. */
  boolean isUnlisted;

  private boolean isEnded;
  private volatile @Nullable RunStatus lastStatus;
  private @Nullable Throwable lastFailure;

  /** Completes once all that was seen so far has been told. */
  private CompletableFuture<?> told = CompletableFuture.completedFuture(null);

  Awaited(String id, AwaitOptions options, AwaitSchedule schedule, Executor executor) {
    this.id = id;
    this.options = options;
    this.schedule = schedule;
    this.executor = executor;
    ProgressListener listener = options.listener();
    progress = listener == null ? null : new Progress(listener);
  }

  /** Returns which parts of the run the next poll has to ask for. */
  GetRunOptions needed() {
    return isEnded ? options.runOptions() : WITHOUT_PARTS;
  }

  /** Returns whether only a request for this run will do. */
  boolean mustBeGot() {
    return isUnlisted || isEnded;
  }

  /** Takes note of the run with the given parts, and returns whether the await is over. */
  boolean see(Run run, GetRunOptions parts) {
    lastFailure = null;
    boolean isOutdated = isEnded && !run.status().isEnded();
    if (isOutdated) {
      return false;
    }
    lastStatus = run.status();
    isEnded = run.status().isEnded();
    boolean isOver = isEnded && parts.equals(options.runOptions());
    if (isOver || progress != null) {
      told = told.thenRunAsync(() -> tell(run, isOver), executor);
    }
    return isOver;
  }

  private void tell(Run run, boolean isOver) {
    if (end.isDone()) {
      return;
    }
    try {
      if (progress != null) {
        progress.tell(run);
      }
    } catch (Throwable e) {
      // Whatever a listener throws ends the await.
      end.completeExceptionally(e);
    }
    if (isOver) {
      end.complete(run);
    }
  }

  /** Takes note of a failure, and returns whether the await goes on. */
  boolean survives(Throwable failure, long asked, long now) {
    lastFailure = failure;
    return schedule.survives(failure, asked, now);
  }

  void fail(Throwable failure) {
    if (failure instanceof IllegalStateException) {
      // A request was refused because the client is being closed.
      fail(() -> new IllegalStateException(says("The wait for run " + id + " failed"), failure));
    } else {
      fail(() -> failure);
    }
  }

  void timeOut() {
    Throwable cause = lastFailure;
    fail(
        () ->
            new CortexTimeoutException(
                says("Run " + id + " did not end within " + options.timeLimit()), cause));
  }

  void close() {
    fail(
        () -> new IllegalStateException(says("The client was closed before run " + id + " ended")));
  }

  /** Makes the exception where the await ends, so that its stack trace shows who waited. */
  private void fail(Supplier<Throwable> failure) {
    executor.execute(() -> end.completeExceptionally(failure.get()));
  }

  /** Returns a message with the last status of the run. */
  String says(String message) {
    RunStatus status = lastStatus;
    return message + "; last status seen: " + (status == null ? "none" : status.value());
  }

  /** A future that says why it was canceled. */
  private final class End extends CompletableFuture<Run> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean isNew =
          completeExceptionally(
              new CancellationException(says("The wait for run " + id + " was canceled")));
      return isNew || isCancelled();
    }
  }
}
