package ai.withcortex.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/**
 * One sending of a call.
 *
 * @param <T> what the body is read as
 */
final class Attempt<T> {
  final Call<T> call;
  final Request request;

  /** 1 for the first, 0 while there is none. */
  final int number;

  final long limitNanos;

  /** Whether the limit is what was left of the total. */
  final boolean isLimitedByTotal;

  private final long start = System.nanoTime();

  /** The thread that blocks for the answer; null when none does. */
  private @Nullable Thread carrier;

  private boolean isOverdue;
  private boolean wasOver;
  private boolean hasInterrupted;

  Attempt(Call<T> call, Request request, int number, long limitNanos, boolean isLimitedByTotal) {
    this.call = call;
    this.request = request;
    this.number = number;
    this.limitNanos = limitNanos;
    this.isLimitedByTotal = isLimitedByTotal;
  }

  /**
   * Sends it on this thread, which blocks until the answer is read. {@link #lookAfterCarrier} keeps
   * the limit: OkHttp's own would wake its watchdog for each call.
   */
  Response<T> send() throws IOException {
    call.timeout().timeout(0, TimeUnit.NANOSECONDS);
    synchronized (this) {
      carrier = Thread.currentThread();
    }
    try {
      return call.execute();
    } catch (Exception e) {
      // OkHttp 5 throws an InterruptedException while it connects, which Kotlin does not declare.
      if (isOverdue()) {
        throw interruptedIo("timeout", e);
      }
      if (e instanceof InterruptedException) {
        throw interruptedIo("interrupted", e);
      }
      throw e;
    } finally {
      release();
    }
  }

  /** From here on nobody interrupts the thread, and it keeps no interrupt that was not its own. */
  private synchronized void release() {
    carrier = null;
    if (hasInterrupted) {
      Thread.interrupted();
    }
  }

  /**
   * Cancels the call if its thread was interrupted or its time is over. A thread that is still
   * there some time after the call was ended runs a user's code, and is interrupted.
   */
  synchronized void lookAfterCarrier(boolean isEnded) {
    Thread thread = carrier;
    if (thread == null) {
      return;
    }
    if (thread.isInterrupted()) {
      cancel();
    } else if (wasOver) {
      hasInterrupted = true;
      thread.interrupt();
    }
    if (System.nanoTime() - start > limitNanos && !isOverdue) {
      isOverdue = true;
      cancel();
    }
    wasOver = isEnded || isOverdue;
  }

  /** Cancels the call, of which an event listener of OkHttp's may hear and throw anything. */
  void cancel() {
    try {
      call.cancel();
    } catch (RuntimeException | Error e) {
      Listeners.report(e);
    }
  }

  private synchronized boolean isOverdue() {
    return isOverdue;
  }

  /** As OkHttp says it. */
  private static IOException interruptedIo(String message, Exception cause) {
    InterruptedIOException exception = new InterruptedIOException(message);
    exception.initCause(cause);
    return exception;
  }
}
