package ai.withcortex.core;

import ai.withcortex.core.body.ErrorBodies;
import ai.withcortex.core.body.UnreadableBodyException;
import ai.withcortex.core.call.Attempt;
import ai.withcortex.core.call.CallEvents;
import ai.withcortex.core.call.CancelReason;
import ai.withcortex.core.call.CancellableCall;
import ai.withcortex.core.call.Deadline;
import ai.withcortex.core.call.RateLimit.Purpose;
import ai.withcortex.core.call.Retry;
import ai.withcortex.core.error.Arrivals;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.http.RequestName;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * A call in flight. Makes the attempts, decides on retries, and handles an early end.
 *
 * @param <T> the type of the decoded body
 */
final class ClientCall<T> {
  private final CallContext policies;
  final CallLimits limits;
  private final Call<T> call;

  /** Whether the call comes from the user's own Retrofit, so it does not say if it is canceled. */
  final boolean isForeign;

  private final Request request;
  private final long attemptNanos;
  final Deadline deadline;
  private final CallEvents events;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Attempt<T> attempt;
  private volatile @Nullable CancelReason end;
  private volatile Runnable onEnd = () -> {};
  private boolean askedForOtherKey;

  /** Whether the server may have carried out the request of an earlier attempt. */
  private volatile boolean mayHaveArrivedBefore;

  private final TurnWait turns;
  private final RequestCredentials.OfCall keys;

  /** The failure of the latest attempt, after which a retry was scheduled. */
  private @Nullable CortexException failure;

  /** The delay before the next attempt. */
  long delayNanos;

  ClientCall(CallContext policies, Call<T> call, CallLimits limits) {
    this.policies = policies;
    this.limits = limits;
    this.isForeign = !(call instanceof CancellableCall);
    this.request = call.request();
    this.attemptNanos = call.timeout().timeoutNanos();
    boolean isShorter = limits.total.compareTo(policies.total) < 0;
    this.deadline = new Deadline(policies.time, isShorter ? limits.total : policies.total);
    this.events = new CallEvents(policies.listeners, policies.time, request);
    this.attempt = new Attempt<>(call, request, 0, attemptNanos, false);
    this.turns = new TurnWait(policies, deadline, request);
    this.keys = new RequestCredentials.OfCall(request, limits.credentials);
    // Set last, because a cancellation may run the hook immediately.
    this.call = CancellableCall.hook(call, () -> end(CancelReason.CANCELED));
    limits.onEnd(() -> end(CancelReason.CANCELED));
    if (call.isCanceled()) {
      // The call may have been canceled before the hook was set.
      end(CancelReason.CANCELED);
    }
  }

  /**
   * Returns the call.
   *
   * @throws IllegalStateException if it has already been sent
   */
  static <T extends @Nullable Object> Call<T> unsent(Call<T> call) {
    if (!CancellableCall.take(call)) {
      throw new IllegalStateException("The call has already been sent; send its clone() instead");
    }
    return call;
  }

  /**
   * Runs the callback when something other than an attempt ends the call, or immediately if that
   * has already happened.
   */
  void onEnd(Runnable callback) {
    onEnd = callback;
    if (isEnded()) {
      callback.run();
    }
  }

  /** Ends the current attempt or delay immediately; only the first reason counts. */
  void end(CancelReason why) {
    synchronized (this) {
      if (end != null) {
        return;
      }
      end = why;
    }
    keys.end();
    ended.countDown();
    turns.leave();
    onEnd.run();
    attempt.cancel();
  }

  boolean isEnded() {
    return end != null;
  }

  /** Returns the exception for a call that was ended early. */
  CortexException endedException() {
    CancelReason why = end == null ? CancelReason.CANCELED : end;
    CortexException delayed = why == CancelReason.OUT_OF_TIME ? turns.outOfTime(attempt) : null;
    return delayed == null ? policies.failures.ended(attempt, why, deadline) : delayed;
  }

  /** Checks the thread that an attempt or the supplier blocks; called periodically. */
  void lookAfterCarrier() {
    if (isForeign && call.isCanceled()) {
      end(CancelReason.CANCELED);
    }
    if (keys.isAsking() && deadline.remainingNanos() <= 0) {
      end(CancelReason.OUT_OF_TIME);
    }
    if (isEnded()) {
      // The end of a nested call may have cleared the interrupt.
      keys.end();
    }
    attempt.lookAfterCarrier(isEnded());
  }

  /**
   * Returns whether the next attempt may ask for its key or be sent now. Otherwise, the action runs
   * on the timer's thread when the rate limit lets it. Fails if the time of the call ends before
   * that.
   */
  boolean takesTurn(Purpose purpose, Runnable start) {
    if (!turns.isLimited()) {
      return true;
    }
    events.callStarts();
    boolean hasCome = turns.take(purpose, attempt, failure, start);
    if (isEnded()) {
      turns.leave();
    }
    return hasCome;
  }

  /** Blocks this thread until the rate limit lets the next attempt go on. */
  private void awaitTurn(Purpose purpose) {
    CountDownLatch over = new CountDownLatch(1);
    onEnd(over::countDown);
    if (!isEnded()
        && !takesTurn(purpose, over::countDown)
        && !sleep(deadline.remainingNanos(), over)) {
      end(CancelReason.OUT_OF_TIME);
    }
    if (isEnded()) {
      throw endedException();
    }
  }

  /**
   * Makes the next attempt on this thread. Returns null if another attempt must follow; throws an
   * exception if the call has failed.
   */
  @Nullable ApiResponse<T> attempt() {
    if (turns.isLimited()) {
      if (mayChangeKey()) {
        awaitTurn(Purpose.ASK);
        askForKey();
        if (hasKey()) {
          awaitTurn(Purpose.SEND_ASKED);
        }
      } else {
        awaitTurn(Purpose.SEND);
      }
    }
    Attempt<T> next = nextAttempt();
    Response<T> response;
    try {
      if (isEnded()) {
        throw new IOException("ended");
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("interrupted");
      }
      response = next.send();
    } catch (IOException e) {
      return failed(e);
    } catch (Exception e) {
      // Interceptors may throw anything, especially when the end of the call interrupts them.
      if (isEnded()) {
        return failed(new IOException(e));
      }
      throw e;
    }
    return answered(response);
  }

  /**
   * Asks for the key of the next attempt on this thread, which a supplier may block. The end of the
   * call interrupts the thread.
   */
  void askForKey() {
    if (keys.mayChange() && !isEnded()) {
      events.attemptStarts(attempt.number + 1, turns.waitedNanos());
      Attempt.runNested(keys::ask);
    }
  }

  /**
   * Returns whether the next attempt sends a request: it fails first if its supplier has failed.
   */
  boolean hasKey() {
    return keys.isUsable();
  }

  /** Prepares the next attempt, limited to the remaining time. */
  Attempt<T> nextAttempt() {
    int number = attempt.number + 1;
    // Only the caller cancels a foreign call itself.
    Call<T> sent = number == 1 && !isForeign ? call : call.clone();
    Request own = sent.request();
    keys.attachTo(own);
    long left = Math.max(1, deadline.remainingNanos());
    boolean isLast = limits.isUnhurried || attemptNanos == 0 || left <= attemptNanos;
    long limit = isLast ? left : attemptNanos;
    Attempt<T> next = new Attempt<>(sent, request, number, limit, isLast);
    if (limits.isUnhurried) {
      next.unhurried();
    }
    mayHaveArrivedBefore |= attempt.settle();
    attempt = next;
    events.attemptStarts(number, turns.waitedNanos());
    turns.use(own);
    if (isEnded()) {
      next.settle();
      next.cancel();
    }
    return next;
  }

  /** Handles the response to an attempt, as {@link #attempt} does. */
  @Nullable ApiResponse<T> answered(Response<T> response) {
    turns.leave();
    policies.failures.responded();
    try {
      return read(response);
    } catch (CortexException e) {
      return next(e);
    }
  }

  /** Handles an attempt that failed without a response, as {@link #attempt} does. */
  @Nullable ApiResponse<T> failed(IOException failure) {
    turns.leave();
    CortexException exception = translate(failure);
    events.attemptFailed(attempt.number, null, exception);
    return next(exception);
  }

  private ApiResponse<T> read(Response<T> response) {
    ApiResponse<T> answer;
    try {
      if (!response.isSuccessful()) {
        throw ErrorBodies.read(
            request, response, attempt.number, policies.time.now(), policies.retriedStatuses);
      }
      answer = ApiResponse.of(response, request, attempt.number, limits);
    } catch (CortexException e) {
      events.attemptFailed(attempt.number, response.code(), e);
      throw e;
    }
    policies.retries.succeeded();
    events.succeeded(attempt.number, response.raw());
    return answer;
  }

  private CortexException translate(IOException failure) {
    if (isEnded()) {
      return endedException();
    }
    if (failure instanceof UnreadableBodyException) {
      return ((UnreadableBodyException) failure)
          .toDataException(RequestName.of(request), attempt.number);
    }
    return policies.failures.toException(attempt, deadline, failure);
  }

  /** Reports that the call ended with the given exception. No request is sent from now on. */
  void endsWith(Throwable failure) {
    turns.leave();
    boolean mayHaveArrived = attempt.settle() || mayHaveArrivedBefore;
    if (failure instanceof CortexException) {
      Arrivals.set((CortexException) failure, mayHaveArrived || showsArrival(failure));
    }
    events.failed(attempt.number, failure);
  }

  /** Returns whether the failure itself shows that the request may have been carried out. */
  private static boolean showsArrival(Throwable failure) {
    return failure instanceof CortexDataException
        || (failure instanceof CortexApiException
            && ((CortexApiException) failure).mayHaveArrived());
  }

  /**
   * Returns null if another attempt must follow after the delay; otherwise, throws the exception
   * that ends the call.
   */
  private @Nullable ApiResponse<T> next(CortexException failure) {
    Retry retry = isEnded() ? null : wanted(failure);
    if (retry == null || !limits.mayRetry.getAsBoolean()) {
      throw isEnded() ? endedException() : failure;
    }
    if (isMisdirected(failure)) {
      policies.leaveConnections();
    }
    events.retryScheduled(attempt.number + 1, retry);
    delayNanos = retry.delayNanos;
    this.failure = failure;
    return null;
  }

  /** Returns whether only another connection can lead to the right server (RFC 9110, 15.5.20). */
  private static boolean isMisdirected(CortexException failure) {
    return failure instanceof CortexApiException && ((CortexApiException) failure).status() == 421;
  }

  private @Nullable Retry wanted(CortexException failure) {
    RequestBody body = request.body();
    if ((body != null && CortexInterceptor.isOneShot(body)) || turns.isTooLate()) {
      return null;
    }
    if (!askedForOtherKey && mayChangeKey() && policies.retries.wantsOtherKey(failure)) {
      askedForOtherKey = true;
      return new Retry("HTTP 401", 0);
    }
    boolean mayRepeat = RetryStrategy.isRepeatable(request.method()) || attempt.isUnsent();
    return policies.retries.decide(mayRepeat, attempt.number, deadline, failure);
  }

  /** Returns whether each attempt asks for its key. */
  boolean mayChangeKey() {
    return keys.mayChange();
  }

  /** Blocks this thread for the duration of the delay. */
  void pause() {
    if (sleep(delayNanos, ended)) {
      throw endedException();
    }
  }

  /** Blocks this thread until the latch opens or the time is up; returns whether it is open. */
  private boolean sleep(long nanos, CountDownLatch latch) {
    try {
      return policies.time.sleep(nanos, latch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw policies.failures.interrupted(attempt, e);
    }
  }
}
