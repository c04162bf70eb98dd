package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.call.DaemonThreads;
import ai.withcortex.core.call.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Time that stands still until the test moves on to the next moment that somebody waits for. */
final class VirtualTime implements TimeSource {
  private record Task(long time, long number, Runnable action) {}

  /** The total time limit of calls: nothing moves on to a moment that is so far away. */
  private final Duration total;

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::time).thenComparingLong(Task::number));

  private long nanos;
  private long added;

  VirtualTime(Duration total) {
    this.total = total;
  }

  /** Waits for a next moment, moves on to it, and does what is due. */
  void runNext() throws InterruptedException {
    Task task;
    synchronized (this) {
      await(1);
      task = requireNonNull(tasks.poll());
      nanos = Math.max(nanos, task.time());
    }
    task.action().run();
  }

  /** Waits until there are so many moments to move on to. */
  synchronized void await(int moments) throws InterruptedException {
    while (tasks.size() < moments) {
      wait();
    }
  }

  synchronized boolean hasNext() {
    return !tasks.isEmpty();
  }

  synchronized void add(Runnable action, long delay) {
    if (delay < total.toNanos()) {
      tasks.add(new Task(nanos + delay, added++, action));
      notifyAll();
    }
  }

  @Override
  public Instant now() {
    return FakeTime.START.plusNanos(nanoTime());
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public double chance() {
    return 0;
  }

  @Override
  public boolean sleep(long nanos, CountDownLatch end) throws InterruptedException {
    long limit = nanoTime() + nanos;
    add(() -> {}, nanos);
    while (!end.await(1, TimeUnit.MILLISECONDS)) {
      if (nanoTime() >= limit) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ScheduledExecutorService newTimer() {
    return new ScheduledThreadPoolExecutor(
        1, DaemonThreads.named("cortex-timer"), new DiscardPolicy()) {
      @Override
      public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        add(task, unit.toNanos(delay));
        return super.schedule(() -> {}, 0, unit);
      }
    };
  }
}
