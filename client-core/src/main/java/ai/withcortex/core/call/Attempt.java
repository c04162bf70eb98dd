package ai.withcortex.core.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One attempt to send a call and read its response.
 *
 * @param <T> the type of the decoded body
 */
public final class Attempt<T> {
  /** The attempt that this thread carries; user code of an attempt may make another call. */
  private static final ThreadLocal<@Nullable Attempt<?>> CARRIED = new ThreadLocal<>();

  public final Call<T> call;
  public final Request request;

  /** The number of the attempt: 1 for the first, and 0 before it. */
  public final int number;

  public final long limitNanos;

  /** Whether the limit is what remains of the total time. */
  public final boolean isLimitedByTotal;

  private final long start = System.nanoTime();

  /** The thread that waits for the response; null if there is none. */
  private @Nullable Thread carrier;

  /** Whether the thread is carrying another attempt for the user code of this one. */
  private boolean hasNested;

  private boolean isOverdue;
  private boolean wasOver;
  private boolean hasInterrupted;

  public Attempt(
      Call<T> call, Request request, int number, long limitNanos, boolean isLimitedByTotal) {
    this.call = call;
    this.request = request;
    this.number = number;
    this.limitNanos = limitNanos;
    this.isLimitedByTotal = isLimitedByTotal;
  }

  /**
   * Sends the call on this thread, which blocks until the response is read. {@link
   * #lookAfterCarrier} enforces the limit, because OkHttp's own timeout would wake its watchdog for
   * each call.
   */
  public Response<T> send() throws IOException {
    call.timeout().timeout(0, TimeUnit.NANOSECONDS);
    synchronized (this) {
      carrier = Thread.currentThread();
    }
    Attempt<?> outer = CARRIED.get();
    boolean wasNested = nest(outer, true);
    CARRIED.set(this);
    try {
      return call.execute();
    } catch (Exception e) {
      // While connecting, OkHttp 5 throws InterruptedException, which Kotlin does not declare.
      if (isOverdue()) {
        throw interruptedIo("timeout", e);
      }
      if (e instanceof InterruptedException) {
        throw interruptedIo("interrupted", e);
      }
      throw e;
    } finally {
      release();
      CARRIED.set(outer);
      nest(outer, wasNested);
    }
  }

  /** Sends the call on one of OkHttp's threads. OkHttp enforces the limit. */
  public void enqueue(Callback<T> callback) {
    call.timeout().timeout(limitNanos, TimeUnit.NANOSECONDS);
    call.enqueue(callback);
  }

  /** Runs what another call may interrupt: the attempt that this thread carries does not mind. */
  public static void runNested(Runnable code) {
    Attempt<?> outer = CARRIED.get();
    boolean wasNested = nest(outer, true);
    try {
      code.run();
    } finally {
      nest(outer, wasNested);
    }
  }

  /** Returns what was set before. */
  private static boolean nest(@Nullable Attempt<?> outer, boolean hasNested) {
    if (outer == null) {
      return false;
    }
    synchronized (outer) {
      boolean before = outer.hasNested;
      outer.hasNested = hasNested;
      return before;
    }
  }

  /** Stops interrupting the thread, and clears any interrupt that came from this attempt. */
  private synchronized void release() {
    carrier = null;
    if (hasInterrupted) {
      Thread.interrupted();
    }
  }

  /**
   * Cancels the call if its thread was interrupted or its time is up. If the thread is still busy
   * one check after the call was ended, it is running user code, and this method interrupts it.
   *
   * <p>While the user code makes a call of its own, an interrupt of the thread may come from the
   * attempt of that call. Any other interrupt ends that call first, and then this one.
   */
  public synchronized void lookAfterCarrier(boolean isEnded) {
    Thread thread = carrier;
    if (thread == null) {
      return;
    }
    boolean isInterrupted = thread.isInterrupted();
    if (isInterrupted && !hasNested) {
      cancel();
    } else if (wasOver && !isInterrupted) {
      hasInterrupted = true;
      thread.interrupt();
    }
    if (System.nanoTime() - start > limitNanos && !isOverdue) {
      isOverdue = true;
      cancel();
    }
    wasOver = isEnded || isOverdue;
  }

  /** Lets the response take as long as the call may. */
  public void unhurried() {
    Delivery delivery = Delivery.of(call.request());
    if (delivery != null) {
      delivery.unhurried();
    }
  }

  /** Returns whether no byte of the request can have left. A call from elsewhere may be sent. */
  public boolean isUnsent() {
    Delivery delivery = Delivery.of(call.request());
    return delivery != null && delivery.isUnsent();
  }

  /** Returns whether the server may have carried out the request, which is not sent from now on. */
  public boolean settle() {
    if (number == 0) {
      return false;
    }
    Delivery delivery = Delivery.of(call.request());
    return delivery == null || delivery.settle();
  }

  /** Cancels the call, and reports any exception from a user's OkHttp event listener. */
  public void cancel() {
    try {
      call.cancel();
    } catch (Throwable e) {
      Listeners.report(e);
    }
  }

  private synchronized boolean isOverdue() {
    return isOverdue;
  }

  /** Returns the exception that OkHttp would throw. */
  public static IOException interruptedIo(String message, Exception cause) {
    InterruptedIOException exception = new InterruptedIOException(message);
    exception.initCause(cause);
    return exception;
  }
}
