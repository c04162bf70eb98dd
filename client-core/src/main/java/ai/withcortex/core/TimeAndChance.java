package ai.withcortex.core;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** What a transport takes from the world besides the network; tests bring their own. */
interface TimeAndChance {
  TimeAndChance REAL =
      new TimeAndChance() {
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
          // Once it is closed, whoever closes it ends the calls that would wait for a task.
          ScheduledThreadPoolExecutor timer =
              new ScheduledThreadPoolExecutor(
                  1, DaemonThreads.named("cortex-timer"), new DiscardPolicy());
          timer.setRemoveOnCancelPolicy(true);
          return timer;
        }
      };

  Instant now();

  long nanoTime();

  /** A number from 0 to below 1. */
  double chance();

  /** Blocks for that long, or until the latch opens; says whether it is open. */
  boolean sleep(long nanos, CountDownLatch end) throws InterruptedException;

  /** Runs tasks later, each short and none blocking, and does nothing once it is shut down. */
  ScheduledExecutorService newTimer();
}
