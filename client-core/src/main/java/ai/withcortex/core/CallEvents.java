package ai.withcortex.core;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Tells the listeners what one call does. */
final class CallEvents {
  private final Listeners listeners;
  private final TimeAndChance time;
  private final RequestEvent request;
  private final long start;
  private final AtomicBoolean isOpen = new AtomicBoolean();

  /** The attempt that is on its way, or 0. */
  private final AtomicInteger openAttempt = new AtomicInteger();

  private volatile long attemptStart;

  CallEvents(Listeners listeners, TimeAndChance time, Request request) {
    this.listeners = listeners;
    this.time = time;
    this.request = new RequestEvent(request);
    this.start = time.nanoTime();
    this.attemptStart = start;
  }

  void attemptStarts(int number) {
    attemptStart = time.nanoTime();
    openAttempt.set(number);
    if (number == 1) {
      isOpen.set(true);
      listeners.tell(listener -> listener.requestStarted(request));
    }
  }

  void attemptFailed(int number, @Nullable Integer status, CortexException failure) {
    attemptEnded(number, status, failure.getClass().getSimpleName());
  }

  void succeeded(int number, ApiResponse<?> response) {
    attemptEnded(number, response.status(), null);
    if (!isOpen.getAndSet(false)) {
      return;
    }
    ResponseEvent event =
        new ResponseEvent(
            request,
            response.status(),
            number,
            since(start),
            Redaction.headers(response.headers()));
    listeners.tell(listener -> listener.responseReceived(event));
  }

  /** A call ends once, whoever ends it, and only if it has begun. */
  void failed(int attempts, Throwable failure) {
    if (isOpen.getAndSet(false)) {
      // When a call is ended from outside, its attempt notices later.
      attemptEnded(attempts, null, failure.getClass().getSimpleName());
      FailureEvent event = new FailureEvent(request, attempts, since(start), failure);
      listeners.tell(listener -> listener.requestFailed(event));
    }
  }

  void retryScheduled(int number, Retry retry) {
    RetryEvent event =
        new RetryEvent(request, number, retry.reason, Duration.ofNanos(retry.delayNanos));
    listeners.tell(listener -> listener.retryScheduled(event));
  }

  private void attemptEnded(int number, @Nullable Integer status, @Nullable String failure) {
    if (!openAttempt.compareAndSet(number, 0)) {
      return;
    }
    AttemptEvent event = new AttemptEvent(request, number, since(attemptStart), status, failure);
    listeners.tell(listener -> listener.attemptEnded(event));
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(time.nanoTime() - nanos);
  }
}
