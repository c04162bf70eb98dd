package ai.withcortex.trial.workshop;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs steps of which none may take longer than the limit. */
record TimeLimit(Duration limit) {
  /** A step that took longer. Its stack trace is that of the step. */
  static final class ExceededException extends Exception {
    ExceededException(String message, StackTraceElement[] stack) {
      super(message, null, false, true);
      setStackTrace(stack);
    }
  }

  /**
   * Returns the result of a step. A step that takes too long is interrupted, but it may continue
   * until the program ends.
   *
   * @throws ExecutionException if the step failed, with its failure as the cause
   */
  <T> T run(Callable<T> step) throws ExecutionException, ExceededException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(step);
    Thread thread = new Thread(task, "trial");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      StackTraceElement[] stack = thread.getStackTrace();
      task.cancel(true);
      throw new ExceededException("took longer than " + limit.toSeconds() + " s", stack);
    }
  }
}
