package ai.withcortex.core;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Runs an execution without a thread that waits: on OkHttp's threads, and on a timer in between.
 *
 * <p>Whatever ends the promise ends the call. What waits for it runs on other threads than
 * OkHttp's, which a program could otherwise block for each other.
 *
 * @param <T> what the body is read as
 */
final class AsyncExecution<T> implements Callback<T> {
  private final Execution<T> execution;
  private final OpenCalls openCalls;
  private final Timer timer;
  private final Executor callbacks;
  private final Promise<ApiResponse<T>> promise = new Promise<>();
  private final Future<?> deadline;
  private volatile @Nullable Future<?> delay;

  /** Whether the promise is ended from here. */
  private volatile boolean isAnswered;

  static <T> Promise<ApiResponse<T>> start(
      Execution<T> execution, OpenCalls openCalls, Timer timer, Executor callbacks) {
    AsyncExecution<T> started = new AsyncExecution<>(execution, openCalls, timer, callbacks);
    execution.onEnd(() -> started.fail(execution.endedException()));
    openCalls.add(execution);
    started.promise.whenDone((response, failure) -> started.leave());
    started.send();
    return started.promise;
  }

  private AsyncExecution(
      Execution<T> execution, OpenCalls openCalls, Timer timer, Executor callbacks) {
    this.execution = execution;
    this.openCalls = openCalls;
    this.timer = timer;
    this.callbacks = callbacks;
    deadline =
        timer.schedule(() -> execution.end(End.OUT_OF_TIME), execution.deadline().remainingNanos());
  }

  private void send() {
    if (!execution.isEnded()) {
      execution.nextAttempt().enqueue(this);
    }
  }

  @Override
  public void onResponse(Call<T> call, Response<T> response) {
    try {
      answered(response);
    } catch (Throwable e) {
      // Nobody else ends the promise.
      fail(e);
    }
  }

  private void answered(Response<T> response) {
    ApiResponse<T> answer;
    try {
      answer = execution.read(response);
    } catch (CortexException e) {
      failed(e);
      return;
    }
    isAnswered = true;
    callbacks.execute(() -> promise.complete(answer));
  }

  @Override
  public void onFailure(Call<T> call, Throwable failure) {
    try {
      Throwable met = thrownByUserCode(failure);
      if (met instanceof IOException) {
        failed(execution.toException((IOException) met));
      } else {
        fail(met);
      }
    } catch (Throwable e) {
      // Nobody else ends the promise.
      fail(e);
    }
  }

  /**
   * What an interceptor threw that is no IOException: OkHttp 4 hands it over as suppressed, OkHttp
   * 5 as the cause.
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

  private void failed(CortexException failure) {
    Retry retry = execution.retry(failure);
    if (retry == null) {
      fail(execution.isEnded() ? execution.endedException() : failure);
    } else {
      delay = timer.schedule(this::send, retry.delayNanos);
    }
  }

  private void fail(Throwable failure) {
    isAnswered = true;
    execution.failed(failure);
    callbacks.execute(() -> promise.fail(failure));
  }

  /** Once the promise is done, by whomever. */
  private void leave() {
    openCalls.remove(execution);
    deadline.cancel(false);
    Future<?> waiting = delay;
    if (waiting != null) {
      waiting.cancel(false);
    }
    if (!isAnswered) {
      execution.end(End.CANCELED);
    }
  }
}
