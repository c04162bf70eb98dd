package ai.withcortex.core;

import ai.withcortex.core.call.DaemonThreads;
import ai.withcortex.core.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody sleeps, and then at once. */
final class FakeTime implements TimeSource {
  static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  /** The delays that were asked for. */
  final List<Duration> delays = new CopyOnWriteArrayList<>();

  /** The total time limit of calls: what waits for that long waits for ever. */
  volatile Duration total = Duration.ofMinutes(5);

  /** What chance says: by default the longest delay there can be. */
  volatile double chance = 1;

  private final AtomicLong nanos = new AtomicLong();

  void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  @Override
  public Instant now() {
    return START.plusNanos(nanos.get());
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public double chance() {
    return chance;
  }

  @Override
  public boolean sleep(long nanos, CountDownLatch end) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    delays.add(Duration.ofNanos(nanos));
    this.nanos.addAndGet(nanos);
    return end.getCount() == 0;
  }

  /** Runs tasks at once, but for the first one of each call: that is its total time limit. */
  @Override
  public ScheduledExecutorService newTimer() {
    return new ScheduledThreadPoolExecutor(
        1, DaemonThreads.named("cortex-timer"), new DiscardPolicy()) {
      @Override
      public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        long nanos = unit.toNanos(delay);
        if (nanos >= total.toNanos()) {
          return super.schedule(() -> {}, 0, unit);
        }
        delays.add(Duration.ofNanos(nanos));
        FakeTime.this.nanos.addAndGet(nanos);
        return super.schedule(task, 0, unit);
      }
    };
  }
}
