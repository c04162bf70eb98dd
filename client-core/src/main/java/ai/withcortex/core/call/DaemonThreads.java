package ai.withcortex.core.call;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Creates threads that do not keep a program alive. */
public final class DaemonThreads {
  private static final long IDLE_SECONDS = 5;

  public static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
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
