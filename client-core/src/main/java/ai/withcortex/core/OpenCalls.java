package ai.withcortex.core;

import ai.withcortex.core.call.CancelReason;
import ai.withcortex.core.call.DaemonThreads;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import okio.AsyncTimeout;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the calls in flight. Closing ends them, and a single thread watches all blocked callers.
 *
 * <p>A thread that reads from a socket does not notice an interrupt, and a thread that waits in
 * user code does not notice that its call was canceled.
 */
final class OpenCalls {
  /** Well below the 200 ms within which a blocked call must end. */
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** The number of idle ticks before the thread ends, so that consecutive calls can share it. */
  private static final int IDLE_TICKS = 50;

  private static final ThreadFactory THREADS = DaemonThreads.named("cortex-call-watcher");

  private static final String CLOSED =
      "Expected an open client, found a closed one. Create a new client, or close this one only"
          + " after its last call; streams, walks, and watches also make calls.";

  private final Set<ClientCall<?>> calls = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isWatched = new AtomicBoolean();
  private volatile boolean isClosed;

  /** Whether the transport is closed and has ended the calls in flight. */
  private volatile boolean hasEndedCalls;

  /**
   * Requires that the transport is open. A call can start after {@link #close} only if they race.
   *
   * @throws IllegalStateException if the transport is closed
   */
  void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException(CLOSED);
    }
  }

  /**
   * Returns the failure of a request that is sent after the end of the transport, not necessarily
   * by the transport itself. Returns null before that.
   */
  @Nullable IOException failureOfRequest() {
    // Any other exception would end one of OkHttp's threads.
    return hasEndedCalls ? new IOException(CLOSED) : null;
  }

  /**
   * Adds a call, and ends it if the transport is already closed; otherwise, {@link #close} ends it.
   */
  void add(ClientCall<?> call) {
    calls.add(call);
    if (isClosed) {
      call.end(CancelReason.CLOSED);
    }
  }

  void remove(ClientCall<?> call) {
    calls.remove(call);
  }

  /** Starts a thread that checks the calls periodically, unless one is already running. */
  void watch() {
    if (!isWatched.get() && isWatched.compareAndSet(false, true)) {
      try {
        THREADS.newThread(this::watchUntilIdle).start();
      } catch (Throwable e) {
        // No thread is available, or the stack is exhausted; the next call tries again.
        isWatched.set(false);
        throw e;
      }
    }
  }

  private void watchUntilIdle() {
    try {
      lookUntilIdle();
    } finally {
      // Reset even if Okio cannot start its watchdog thread.
      isWatched.set(false);
      if (!calls.isEmpty()) {
        // A call arrived after the last check and found the thread still marked as running.
        watch();
      }
    }
  }

  /**
   * Checks the calls until there have been none for a while. Okio wakes its watchdog for each read
   * or write whose timeout would be the next to expire. An earlier timeout that is removed before
   * it expires prevents these wake-ups.
   */
  private void lookUntilIdle() {
    AsyncTimeout earlier = new AsyncTimeout();
    earlier.timeout(10 * TICK_NANOS, TimeUnit.NANOSECONDS);
    int idle = 0;
    while (idle < (isClosed ? 1 : IDLE_TICKS)) {
      earlier.enter();
      LockSupport.parkNanos(TICK_NANOS);
      // A thread group may interrupt this thread, which would then no longer park.
      Thread.interrupted();
      earlier.exit();
      idle = calls.isEmpty() ? idle + 1 : 0;
      calls.forEach(ClientCall::lookAfterCarrier);
    }
  }

  void close() {
    isClosed = true;
    calls.forEach(call -> call.end(CancelReason.CLOSED));
    hasEndedCalls = true;
  }
}
