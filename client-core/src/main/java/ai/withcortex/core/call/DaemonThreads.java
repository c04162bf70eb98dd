package ai.withcortex.core.call;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Creates threads that do not keep a program alive and inherit no thread locals: whoever happens to
 * need a pooled thread first would leave a context there for the code of others.
 */
public final class DaemonThreads {
  private static final long IDLE_SECONDS = 5;

  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = inheritingNothing(task, name);
      // Some JDKs connect this to thread locals, but code that runs here needs its classes.
      thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
      thread.setDaemon(true);
      return thread;
    };
  }

  private static Thread inheritingNothing(Runnable task, String name) {
    try {
      return Thread.class
          .getConstructor(
              ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class)
          .newInstance(null, task, name, 0, false);
    } catch (ReflectiveOperationException e) {
      // This constructor is new in Java 9; before, every thread inherits them.
      return new Thread(task, name);
    }
  }

  /** Creates a pool with one thread per task; idle threads end after a few seconds. */
  public static ExecutorService pool(String name, RejectedExecutionHandler afterShutdown) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        named(name),
        afterShutdown);
  }

  private DaemonThreads() {}
}
