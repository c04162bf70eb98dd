package ai.withcortex.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures for how long the whole machine or virtual machine kept threads from running, such as in
 * a garbage collection, so that a test of times does not measure that.
 */
final class StallMeter implements AutoCloseable {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long NOTABLE = TICK + TimeUnit.MICROSECONDS.toNanos(500);
  private static final int REMEMBERED = 10_000;

  private final Deque<long[]> stalls = new ArrayDeque<>();
  private volatile boolean isClosed;

  StallMeter() {
    Thread thread = new Thread(this::measure, "stall-meter");
    thread.setDaemon(true);
    thread.start();
  }

  private void measure() {
    long before = System.nanoTime();
    while (!isClosed) {
      LockSupport.parkNanos(TICK);
      long now = System.nanoTime();
      if (now - before > NOTABLE) {
        add(before + TICK, now);
      }
      before = now;
    }
  }

  private synchronized void add(long start, long end) {
    stalls.addLast(new long[] {start, end});
    if (stalls.size() > REMEMBERED) {
      stalls.removeFirst();
    }
  }

  /** For how many nanoseconds of this time nothing ran. */
  synchronized long stalledNanos(long start, long end) {
    return stalls.stream()
        .mapToLong(stall -> Math.max(0, Math.min(end, stall[1]) - Math.max(start, stall[0])))
        .sum();
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
