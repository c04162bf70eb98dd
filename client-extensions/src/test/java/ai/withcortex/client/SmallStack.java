package ai.withcortex.client;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Runs what must not need the stack that the main thread has. */
final class SmallStack {
  /**
   * Below half of what the JVM and Android give a thread; interpreted code needs three quarters.
   */
  private static final long BYTES = 384 * 1024;

  private SmallStack() {}

  /** Returns what the task returns; what it throws is the cause of what this throws. */
  static <V> V call(Callable<V> task) throws Exception {
    FutureTask<V> future = new FutureTask<>(task);
    new Thread(null, future, "small stack", BYTES).start();
    return future.get();
  }
}
