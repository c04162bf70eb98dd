package ai.withcortex.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
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

  /** What the listeners have yet to hear, in order. */
  private final Queue<Consumer<CortexListener>> untold = new ArrayDeque<>(0);

  private boolean isTelling;

  CallEvents(Listeners listeners, TimeAndChance time, Request request) {
    this.listeners = listeners;
    this.time = time;
    this.request = listeners.isEmpty() ? null : new RequestEvent(request);
    this.start = time.nanoTime();
    this.attemptStart = start;
  }

  void attemptStarts(int number) {
    RequestEvent event = request;
    if (event == null) {
      return;
    }
    synchronized (this) {
      if (number > 1 && !isOpen) {
        return;
      }
      isOpen = true;
      attemptStart = time.nanoTime();
      openAttempt = number;
      if (number == 1) {
        untold.add(listener -> listener.requestStarted(event));
      }
    }
    tell();
  }

  void attemptFailed(int number, @Nullable Integer status, CortexException failure) {
    attemptEnded(number, status, failure.getClass().getSimpleName());
    tell();
  }

  void succeeded(int number, ApiResponse<?> response, Request sent) {
    if (request == null) {
      return;
    }
    synchronized (this) {
      attemptEnded(number, response.status(), null);
      if (isOpen) {
        isOpen = false;
        ResponseEvent event =
            new ResponseEvent(
                request,
                response.status(),
                number,
                since(start),
                Redaction.headers(response.headers(), sent));
        untold.add(listener -> listener.responseReceived(event));
      }
    }
    tell();
  }

  /** A call ends once, whoever ends it, and only if it has begun. */
  void failed(int attempts, Throwable failure) {
    synchronized (this) {
      if (request != null && isOpen) {
        // When a call is ended from outside, its attempt notices later.
        attemptEnded(attempts, null, failure.getClass().getSimpleName());
        isOpen = false;
        FailureEvent event = new FailureEvent(request, attempts, since(start), failure);
        untold.add(listener -> listener.requestFailed(event));
      }
    }
    tell();
  }

  void retryScheduled(int number, Retry retry) {
    synchronized (this) {
      if (request != null && isOpen) {
        RetryEvent event =
            new RetryEvent(request, number, retry.reason, Duration.ofNanos(retry.delayNanos));
        untold.add(listener -> listener.retryScheduled(event));
      }
    }
    tell();
  }

  private synchronized void attemptEnded(
      int number, @Nullable Integer status, @Nullable String failure) {
    if (request != null && openAttempt == number) {
      openAttempt = 0;
      AttemptEvent event = new AttemptEvent(request, number, since(attemptStart), status, failure);
      untold.add(listener -> listener.attemptEnded(event));
    }
  }

  /**
   * Tells what is untold, unless a thread does so already, be it this one: that goes on with it. No
   * lock is held meanwhile, since listeners may end other calls, or this one.
   */
  private void tell() {
    if (request == null) {
      return;
    }
    while (true) {
      Consumer<CortexListener> next;
      synchronized (this) {
        next = isTelling ? null : untold.poll();
        if (next == null) {
          return;
        }
        isTelling = true;
      }
      listeners.tell(next);
      synchronized (this) {
        isTelling = false;
      }
    }
  }

  private Duration since(long nanos) {
    return Duration.ofNanos(time.nanoTime() - nanos);
  }
}
