package ai.withcortex.client.watching;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time as a watch needs it; tests bring their own. */
interface WatchTime {
  /** As {@link System#nanoTime} is. */
  long nanoTime();

  /** A future that is completed after that time, on a thread that may run what waits for it. */
  CompletableFuture<?> after(Duration wait);

  /** Waits with one daemon thread for all watches; threads end when nothing uses them. */
  final class RealTime implements WatchTime {
    static final WatchTime INSTANCE = new RealTime();

    static final String THREAD_NAME = "cortex-watch-timer";
    private static final long IDLE_MILLIS = 100;

    private final ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, task -> daemon(task, THREAD_NAME));

    /** Threads for what waits, which may block. */
    private final ExecutorService threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_MILLIS,
            TimeUnit.MILLISECONDS,
            new SynchronousQueue<>(),
            task -> daemon(task, "cortex-watch"));

    private RealTime() {
      timer.setKeepAliveTime(IDLE_MILLIS, TimeUnit.MILLISECONDS);
      timer.allowCoreThreadTimeOut(true);
      timer.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable task, String name) {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    }

    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public CompletableFuture<?> after(Duration wait) {
      CompletableFuture<Boolean> over = new CompletableFuture<>();
      // What waits for the future is not to keep the timer from other watches.
      Future<?> task =
          timer.schedule(
              () -> threads.execute(() -> over.complete(true)),
              wait.toNanos(),
              TimeUnit.NANOSECONDS);
      CompletableFuture<?> unused = over.whenComplete((any, failure) -> task.cancel(false));
      return over;
    }
  }
}
