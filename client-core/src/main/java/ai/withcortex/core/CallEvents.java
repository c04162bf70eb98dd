package ai.withcortex.core;

import java.time.Duration;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listeners what one call does: one thing at a time, in order, and nothing after its end.
 *
 * <p>A call that is ended from outside is told of by two threads: one that ends it, and the one
 * whose attempt notices.
 */
final class CallEvents {
  private final Listeners listeners;
  private final TimeAndChance time;

  /** Null if nobody listens, and then nothing is told. */
  private final @Nullable RequestEvent request;

  private final long start;
  private boolean isOpen;

  /** The attempt that is on its way, or 0. */
  private int openAttempt;

  private long attemptStart;

  CallEvents(Listeners listeners, TimeAndChance time, Request request) {
    this.listeners = listeners;
    this.time = time;
    this.request = listeners.isEmpty() ? null : new RequestEvent(request);
    this.start = time.nanoTime();
    this.attemptStart = start;
  }

  synchronized void attemptStarts(int number) {
    RequestEvent event = request;
    if (event == null || (number > 1 && !isOpen)) {
      return;
    }
    isOpen = true;
    attemptStart = time.nanoTime();
    openAttempt = number;
    if (number == 1) {
      listeners.tell(listener -> listener.requestStarted(event));
    }
  }

  synchronized void attemptFailed(int number, @Nullable Integer status, CortexException failure) {
    attemptEnded(number, status, failure.getClass().getSimpleName());
  }

  synchronized void succeeded(int number, ApiResponse<?> response, Request sent) {
    attemptEnded(number, response.status(), null);
    if (request == null || !isOpen) {
      return;
    }
    isOpen = false;
    ResponseEvent event =
        new ResponseEvent(
            request,
            response.status(),
            number,
            since(start),
            Redaction.headers(response.headers(), sent));
    listeners.tell(listener -> listener.responseReceived(event));
  }

  /** A call ends once, whoever ends it, and only if it has begun. */
  synchronized void failed(int attempts, Throwable failure) {
    if (request == null || !isOpen) {
      return;
    }
    // When a call is ended from outside, its attempt notices later.
    attemptEnded(attempts, null, failure.getClass().getSimpleName());
    isOpen = false;
    FailureEvent event = new FailureEvent(request, attempts, since(start), failure);
    listeners.tell(listener -> listener.requestFailed(event));
  }

  synchronized void retryScheduled(int number, Retry retry) {
    if (request == null || !isOpen) {
      return;
    }
    RetryEvent event =
        new RetryEvent(request, number, retry.reason, Duration.ofNanos(retry.delayNanos));
    listeners.tell(listener -> listener.retryScheduled(event));
  }

  private void attemptEnded(int number, @Nullable Integer status, @Nullable String failure) {
    if (request == null || openAttempt != number) {
      return;
    }
    openAttempt = 0;
    AttemptEvent event = new AttemptEvent(request, number, since(attemptStart), status, failure);
    listeners.tell(listener -> listener.attemptEnded(event));
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(time.nanoTime() - nanos);
  }
}
