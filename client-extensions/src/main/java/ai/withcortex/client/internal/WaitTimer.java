package ai.withcortex.client.internal;

import ai.withcortex.core.call.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock and timer of watches and awaits. Tests provide their own. */
public interface WaitTimer {
  /** Returns the current time, like {@link System#nanoTime}. */
  long nanoTime();

  /** Returns the current time of day. */
  Instant now();

  /**
   * Returns a future that completes after the given wait, or as soon as the open waits are closed,
   * on a thread whose dependent stages may block.
   */
  CompletableFuture<?> after(Duration wait, OpenWaits waits);

  /** Runs a task on a thread that it may block. */
  void execute(Runnable task);

  /** Uses one daemon thread as the timer for all waits. Idle threads are stopped. */
  final class RealTime implements WaitTimer {
    public static final WaitTimer INSTANCE = new RealTime();

    public static final String THREAD_NAME = "cortex-wait-timer";
    private static final long IDLE_MILLIS = 100;

    private final ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, DaemonThreads.named(THREAD_NAME));

    /** Threads that run tasks and the dependent stages of waits, which may block. */
    private final ExecutorService threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_MILLIS,
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            DaemonThreads.named("cortex-wait"));

    private RealTime() {
      timer.setKeepAliveTime(IDLE_MILLIS, TimeUnit.MILLISECONDS);
      timer.allowCoreThreadTimeOut(true);
      timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public CompletableFuture<?> after(Duration wait, OpenWaits waits) {
      CompletableFuture<Boolean> over = new CompletableFuture<>();
      // Dependent stages of the future must not block the timer, which other waits use, or the
      // thread that closes the client.
      Runnable end = () -> threads.execute(() -> over.complete(true));
      Future<?> task = timer.schedule(end, wait.toNanos(), TimeUnit.NANOSECONDS);
      waits.add(end);
      CompletableFuture<?> unused =
          over.whenComplete(
              (any, failure) -> {
                task.cancel(false);
                waits.remove(end);
              });
      return over;
    }

    @Override
    public void execute(Runnable task) {
      threads.execute(task);
    }
  }
}
