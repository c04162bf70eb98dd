package ai.withcortex.core.call;

import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.ResponseEvent;
import ai.withcortex.core.event.RetryEvent;
import ai.withcortex.core.http.Redaction;
import ai.withcortex.core.http.ResponseHeaders;
import ai.withcortex.core.http.RouteTemplate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends the events of one call to the listeners: in order, one at a time, and none after the call
 * has ended.
 *
 * <p>If a call is ended from outside an attempt, two threads report the end: the thread that ends
 * the call and the thread that runs the attempt.
 */
public final class CallEvents {
  private final Listeners listeners;
  private final TimeSource time;

  /** Null if there are no listeners and therefore no events. */
  private final @Nullable RequestEvent request;

  private final long start;
  private boolean hasStarted;
  private boolean isOpen;

  /** The number of the attempt in flight, or 0 if there is none. */
  private int openAttempt;

  private long attemptStart;
  private long waitedNanos;

  /** The events not yet sent to the listeners, in order. */
  private final Queue<Consumer<CortexListener>> untold = new ArrayDeque<>(0);

  private boolean isTelling;

  public CallEvents(Listeners listeners, TimeSource time, Request request) {
    this.listeners = listeners;
    this.time = time;
    this.request =
        listeners.isEmpty()
            ? null
            : new RequestEvent(
                request.method(), request.url().toString(), RouteTemplate.of(request));
    this.start = time.nanoTime();
    this.attemptStart = start;
  }

  /** Reports the start of the call once; the first attempt may have to wait. */
  public void callStarts() {
    open();
    tell();
  }

  private synchronized void open() {
    RequestEvent event = request;
    if (event != null && !hasStarted) {
      hasStarted = true;
      isOpen = true;
      untold.add(listener -> listener.requestStarted(event));
    }
  }

  /**
   * Opens an attempt, which starts when its key is asked for or else when it is sent. Its duration
   * does not include the waits for its turns.
   */
  public void attemptStarts(int number, long waitedNanos) {
    if (request == null) {
      return;
    }
    synchronized (this) {
      open();
      if (isOpen) {
        // Between the request for the key and this one, it may have waited for another turn.
        attemptStart =
            number == openAttempt ? attemptStart + waitedNanos - this.waitedNanos : time.nanoTime();
        openAttempt = number;
        this.waitedNanos = waitedNanos;
      }
    }
    tell();
  }

  public void attemptFailed(int number, @Nullable Integer status, CortexException failure) {
    attemptEnded(number, status, failure.getClass().getSimpleName());
    tell();
  }

  public void succeeded(int number, Response response) {
    if (request == null) {
      return;
    }
    synchronized (this) {
      attemptEnded(number, response.code(), null);
      if (isOpen) {
        isOpen = false;
        ResponseEvent event =
            new ResponseEvent(
                request,
                response.code(),
                number,
                since(start),
                Redaction.headers(ResponseHeaders.toMap(response.headers()), response.request()));
        untold.add(listener -> listener.responseReceived(event));
      }
    }
    tell();
  }

  /** Reports the failure of the call once, and only if the call has started. */
  public void failed(int attempts, Throwable failure) {
    synchronized (this) {
      if (request != null && isOpen) {
        // If the call was ended from outside its attempt, the attempt notices later.
        attemptEnded(attempts, null, failure.getClass().getSimpleName());
        isOpen = false;
        FailureEvent event = new FailureEvent(request, attempts, since(start), failure);
        untold.add(listener -> listener.requestFailed(event));
      }
    }
    tell();
  }

  public void retryScheduled(int number, Retry retry) {
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
    if (request != null && number > 0 && openAttempt == number) {
      openAttempt = 0;
      Duration waited = Duration.ofNanos(waitedNanos);
      AttemptEvent event =
          new AttemptEvent(request, number, waited, since(attemptStart), status, failure);
      untold.add(listener -> listener.attemptEnded(event));
    }
  }

  /**
   * Sends the queued events, unless a thread (possibly this one) is already doing so and will send
   * these too. Holds no lock while sending, because listeners may end this call or others.
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
