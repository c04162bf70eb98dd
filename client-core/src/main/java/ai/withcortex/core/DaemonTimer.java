package ai.withcortex.core;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer on one daemon thread, which starts with the first task. */
final class DaemonTimer implements Timer {
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(1, DaemonThreads.named("cortex-timer"));

  DaemonTimer() {
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Future<?> schedule(Runnable task, long nanos) {
    try {
      return executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closed; whoever closes it ends the calls that would wait for the task.
      return CompletableFuture.completedFuture(false);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
