package ai.withcortex.core.call;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** The clock, timer and source of randomness of a transport; replaced in tests. */
public interface TimeSource {
  TimeSource REAL =
      new TimeSource() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public long nanoTime() {
          return System.nanoTime();
        }

        @Override
        public double chance() {
          return ThreadLocalRandom.current().nextDouble();
        }

        @Override
        public boolean sleep(long nanos, CountDownLatch end) throws InterruptedException {
          return end.await(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public ScheduledExecutorService newTimer() {
          // Closing the transport ends the calls that would wait for a discarded task.
          ScheduledThreadPoolExecutor timer =
              new ScheduledThreadPoolExecutor(
                  1, DaemonThreads.named("cortex-timer"), new DiscardPolicy());
          timer.setRemoveOnCancelPolicy(true);
          return timer;
        }
      };

  Instant now();

  long nanoTime();

  /** Returns a random number from 0 (inclusive) to 1 (exclusive). */
  double chance();

  /** Blocks for the given time or until the latch opens; returns whether the latch is open. */
  boolean sleep(long nanos, CountDownLatch end) throws InterruptedException;

  /** Creates a timer for short, non-blocking tasks; after shutdown, it ignores new tasks. */
  ScheduledExecutorService newTimer();
}
