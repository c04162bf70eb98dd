package ai.withcortex.client.watching;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Waits with one daemon thread for all watches, which ends when none waits. */
final class RealTime implements WatchTime {
  static final WatchTime INSTANCE = new RealTime();

  static final String THREAD_NAME = "cortex-watch-timer";
  private static final long IDLE_MILLIS = 100;

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread thread = new Thread(task, THREAD_NAME);
            thread.setDaemon(true);
            return thread;
          });

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
  public CompletableFuture<?> after(Duration wait) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    // What depends on the future is not to keep the timer from other watches.
    Future<?> task =
        timer.schedule(
            () -> ForkJoinPool.commonPool().execute(() -> over.complete(null)),
            wait.toNanos(),
            TimeUnit.NANOSECONDS);
    CompletableFuture<?> unused = over.whenComplete((any, failure) -> task.cancel(false));
    return over;
  }
}
