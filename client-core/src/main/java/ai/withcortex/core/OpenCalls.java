package ai.withcortex.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import okio.AsyncTimeout;

/**
 * The calls on their way. Closing ends them, and one thread looks after all callers that block.
 *
 * <p>A thread that reads from a socket does not notice that it is interrupted, and one that waits
 * in a user's code does not notice that its call was canceled.
 */
final class OpenCalls {
  /** Well below the 200 ms within which a blocked call ends. */
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** For how many ticks without a call the thread stays, so that calls in a row share one. */
  private static final int IDLE_TICKS = 50;

  private static final ThreadFactory THREADS = DaemonThreads.named("cortex-call-watcher");

  private final Set<Execution<?>> calls = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isWatched = new AtomicBoolean();
  private volatile boolean isClosed;

  /** Ends the call if the transport is closed; {@link #close} ends it if that comes later. */
  void add(Execution<?> call) {
    calls.add(call);
    if (isClosed) {
      call.end(End.CLOSED);
    }
  }

  void remove(Execution<?> call) {
    calls.remove(call);
  }

  /** Has a thread look at the calls from time to time. */
  void watch() {
    if (!isWatched.get() && isWatched.compareAndSet(false, true)) {
      try {
        THREADS.newThread(this::watchUntilIdle).start();
      } catch (OutOfMemoryError e) {
        // There is no thread to be had; the next call tries again.
        isWatched.set(false);
        throw e;
      }
    }
  }

  private void watchUntilIdle() {
    try {
      lookUntilIdle();
    } finally {
      // Also if there is no thread for Okio's watchdog.
      isWatched.set(false);
    }
    if (!calls.isEmpty()) {
      // It came after the last look, and saw that there was a thread.
      watch();
    }
  }

  /**
   * Okio wakes its watchdog for each read and write whose limit would be the next to run out. None
   * is while there is an earlier one, which is taken away in time.
   */
  private void lookUntilIdle() {
    AsyncTimeout earlier = new AsyncTimeout();
    earlier.timeout(10 * TICK_NANOS, TimeUnit.NANOSECONDS);
    int idle = 0;
    while (idle < (isClosed ? 1 : IDLE_TICKS)) {
      earlier.enter();
      LockSupport.parkNanos(TICK_NANOS);
      earlier.exit();
      idle = calls.isEmpty() ? idle + 1 : 0;
      calls.forEach(Execution::lookAfterCarrier);
    }
  }

  void close() {
    isClosed = true;
    calls.forEach(call -> call.end(End.CLOSED));
  }
}
