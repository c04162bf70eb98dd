package ai.withcortex.core;

import ai.withcortex.core.call.Attempt;
import ai.withcortex.core.call.CancelReason;
import ai.withcortex.core.call.RateLimit.Purpose;
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
 * Runs a call without blocking a thread: attempts use OkHttp's threads, and delays use a timer.
 *
 * <p>Completing the future in any way ends the call. Dependent stages do not run on OkHttp's
 * threads, where a blocking stage would hold up other calls. Neither does a credentials supplier,
 * because the threads of a user's OkHttp client may have inherited the context of another caller.
 *
 * @param <T> the type of the decoded body
 */
final class AsyncClientCall<T> implements Callback<T> {
  private final ClientCall<T> clientCall;
  private final OpenCalls openCalls;
  private final ScheduledExecutorService timer;
  private final Executor callbacks;
  private final CompletableFuture<ApiResponse<T>> future = new CompletableFuture<>();
  private final Future<?> deadline;
  private volatile @Nullable Future<?> delay;

  /** Whether this class completes the future. */
  private volatile boolean isAnswered;

  AsyncClientCall(
      ClientCall<T> clientCall,
      OpenCalls openCalls,
      ScheduledExecutorService timer,
      Executor callbacks) {
    this.clientCall = clientCall;
    this.openCalls = openCalls;
    this.timer = timer;
    this.callbacks = callbacks;
    deadline =
        timer.schedule(
            () -> clientCall.end(CancelReason.OUT_OF_TIME),
            clientCall.deadline.remainingNanos(),
            TimeUnit.NANOSECONDS);
  }

  CompletableFuture<ApiResponse<T>> start() {
    clientCall.onEnd(() -> fail(clientCall.endedException()));
    openCalls.add(clientCall);
    CompletableFuture<?> unused = future.whenComplete((answer, e) -> leave());
    if (clientCall.isForeign || clientCall.mayChangeKey()) {
      unlessEnded(openCalls::watch);
    }
    if (clientCall.limits.credentials != null) {
      takeTurn();
    } else {
      // The supplier may need the caller's context.
      clientCall.askForKey();
      sendInTurn(Purpose.SEND);
    }
    return future;
  }

  /** Sends the next attempt with a key that is not as old as the wait for the turn. */
  private void takeTurn() {
    if (clientCall.mayChangeKey()) {
      inTurn(
          Purpose.ASK,
          () -> {
            clientCall.askForKey();
            sendInTurn(Purpose.SEND_ASKED);
          });
    } else {
      inTurn(Purpose.SEND, this::send);
    }
  }

  private void sendInTurn(Purpose purpose) {
    if (clientCall.hasKey()) {
      inTurn(purpose, this::send);
    } else {
      // The attempt fails before it sends anything.
      unlessEnded(this::send);
    }
  }

  /** Runs a step on this thread, or on the pool's if it has to wait for its turn. */
  private void inTurn(Purpose purpose, Runnable step) {
    unlessEnded(
        () -> {
          if (clientCall.takesTurn(purpose, () -> onPool(() -> unlessEnded(step)))) {
            step.run();
          }
        });
  }

  private void send() {
    clientCall.nextAttempt().enqueue(this);
  }

  private void unlessEnded(Runnable step) {
    try {
      if (!clientCall.isEnded()) {
        step.run();
      }
    } catch (Throwable e) {
      // User code may throw anything here, and nothing else would complete the future.
      endAttempt(e);
    }
  }

  @Override
  public void onResponse(Call<T> call, Response<T> response) {
    proceed(() -> clientCall.answered(response));
  }

  @Override
  public void onFailure(Call<T> call, Throwable failure) {
    endAttempt(thrownByUserCode(failure));
  }

  private void endAttempt(Throwable met) {
    if (met instanceof InterruptedException) {
      proceed(() -> clientCall.failed(Attempt.interruptedIo("interrupted", (Exception) met)));
    } else if (met instanceof IOException) {
      proceed(() -> clientCall.failed((IOException) met));
    } else {
      fail(met);
    }
  }

  /**
   * Returns the exception that an interceptor threw if it is not an IOException. OkHttp 4 passes it
   * on as a suppressed exception, OkHttp 5 as the cause.
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
        Runnable retry = () -> onPool(this::takeTurn);
        delay = timer.schedule(retry, clientCall.delayNanos, TimeUnit.NANOSECONDS);
      } else {
        isAnswered = true;
        onPool(() -> future.complete(answer));
      }
    } catch (Throwable e) {
      // Nothing else would complete the future.
      fail(e);
    }
  }

  private void fail(Throwable failure) {
    isAnswered = true;
    clientCall.endsWith(failure);
    onPool(() -> future.completeExceptionally(failure));
  }

  /** Runs a step on a thread that user code may block. */
  private void onPool(Runnable step) {
    try {
      callbacks.execute(step);
    } catch (OutOfMemoryError e) {
      // No thread is available, and nothing else would complete the future.
      step.run();
    }
  }

  /** Cleans up once the future is complete, regardless of who completed it. */
  private void leave() {
    openCalls.remove(clientCall);
    deadline.cancel(false);
    Future<?> waiting = delay;
    if (waiting != null) {
      waiting.cancel(false);
    }
    if (!isAnswered) {
      clientCall.end(CancelReason.CANCELED);
    }
  }
}
