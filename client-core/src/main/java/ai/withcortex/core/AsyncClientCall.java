package ai.withcortex.core;

import ai.withcortex.core.call.CancelReason;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Runs a call without a waiting thread: on OkHttp's threads, and on a timer between attempts.
 *
 * <p>Any completion of the future ends the call. Dependent stages do not run on OkHttp's threads,
 * because a program could block those and with them other calls.
 *
 * @param <T> the type of the decoded body
 */
final class AsyncClientCall<T> implements Callback<T> {
  private final ClientCall<T> execution;
  private final OpenCalls openCalls;
  private final ScheduledExecutorService timer;
  private final Executor callbacks;
  private final CompletableFuture<ApiResponse<T>> future = new CompletableFuture<>();
  private final Future<?> deadline;
  private volatile @Nullable Future<?> delay;

  /** Whether this class completes the future. */
  private volatile boolean isAnswered;

  AsyncClientCall(
      ClientCall<T> execution,
      OpenCalls openCalls,
      ScheduledExecutorService timer,
      Executor callbacks) {
    this.execution = execution;
    this.openCalls = openCalls;
    this.timer = timer;
    this.callbacks = callbacks;
    deadline =
        timer.schedule(
            () -> execution.end(CancelReason.OUT_OF_TIME),
            execution.deadline.remainingNanos(),
            TimeUnit.NANOSECONDS);
  }

  CompletableFuture<ApiResponse<T>> start() {
    execution.onEnd(() -> fail(execution.endedException()));
    openCalls.add(execution);
    CompletableFuture<?> unused = future.whenComplete((answer, e) -> leave());
    send();
    return future;
  }

  private void send() {
    try {
      if (!execution.isEnded()) {
        execution.nextAttempt().call.enqueue(this);
      }
    } catch (Throwable e) {
      // User code takes part in each request, and nothing else completes the future.
      fail(e);
    }
  }

  @Override
  public void onResponse(Call<T> call, Response<T> response) {
    proceed(() -> execution.answered(response));
  }

  @Override
  public void onFailure(Call<T> call, Throwable failure) {
    Throwable met = thrownByUserCode(failure);
    if (met instanceof IOException) {
      proceed(() -> execution.failed((IOException) met));
    } else {
      fail(met);
    }
  }

  /**
   * Returns an interceptor's exception that is not an IOException: OkHttp 4 passes it on as a
   * suppressed exception, OkHttp 5 as the cause.
   */
  private static Throwable thrownByUserCode(Throwable failure) {
    if (!String.valueOf(failure.getMessage()).startsWith("canceled due to ")) {
      return failure;
    }
    Throwable cause = failure.getCause();
    if (cause != null) {
      return cause;
    }
    return failure.getSuppressed().length == 1 ? failure.getSuppressed()[0] : failure;
  }

  private void proceed(Supplier<@Nullable ApiResponse<T>> step) {
    try {
      ApiResponse<T> answer = step.get();
      if (answer == null) {
        delay = timer.schedule(this::send, execution.delayNanos, TimeUnit.NANOSECONDS);
      } else {
        isAnswered = true;
        callbacks.execute(() -> future.complete(answer));
      }
    } catch (Throwable e) {
      // Nothing else completes the future.
      fail(e);
    }
  }

  private void fail(Throwable failure) {
    isAnswered = true;
    execution.endsWith(failure);
    callbacks.execute(() -> future.completeExceptionally(failure));
  }

  /** Cleans up once the future is complete, regardless of who completed it. */
  private void leave() {
    openCalls.remove(execution);
    deadline.cancel(false);
    Future<?> waiting = delay;
    if (waiting != null) {
      waiting.cancel(false);
    }
    if (!isAnswered) {
      execution.end(CancelReason.CANCELED);
    }
  }
}
