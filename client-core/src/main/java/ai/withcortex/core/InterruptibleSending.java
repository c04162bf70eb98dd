package ai.withcortex.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Sends an attempt on another thread and waits for it, so that an interrupt, a time limit and an
 * end from outside are noticed at once.
 *
 * <p>A thread that reads from a socket does not notice that it is interrupted, and one that waits
 * for a name server, a credentials supplier or an interceptor notices nothing at all.
 */
final class InterruptibleSending {
  private final ExecutorService threads;

  InterruptibleSending(ExecutorService threads) {
    this.threads = threads;
  }

  /** Makes the next attempt of an execution. */
  <T> Response<T> send(Execution<T> execution) throws IOException {
    Promise<Response<T>> answer = new Promise<>();
    execution.onEnd(() -> answer.fail(new IOException("ended")));
    Call<T> attempt = execution.nextAttempt();
    if (execution.isEnded()) {
      throw new IOException("ended");
    }
    threads.execute(() -> complete(answer, attempt));
    try {
      return answer.get(execution.attemptLimitNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      attempt.cancel();
      Thread.currentThread().interrupt();
      throw interruptedIo("interrupted", e);
    } catch (TimeoutException e) {
      attempt.cancel();
      throw interruptedIo("timeout", e);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static <T> void complete(Promise<Response<T>> answer, Call<T> attempt) {
    try {
      answer.complete(attempt.execute());
    } catch (Throwable e) {
      // It is thrown where the answer is waited for.
      answer.fail(e);
    }
  }

  /** As OkHttp does it. */
  private static InterruptedIOException interruptedIo(String message, Exception cause) {
    InterruptedIOException exception = new InterruptedIOException(message);
    exception.initCause(cause);
    return exception;
  }

  /** What the attempt threw, as if it had been made on this thread. */
  private static IOException unwrapped(ExecutionException e) {
    Throwable thrown = e.getCause();
    if (thrown instanceof RuntimeException) {
      throw (RuntimeException) thrown;
    }
    if (thrown instanceof Error) {
      throw (Error) thrown;
    }
    return thrown instanceof IOException ? (IOException) thrown : new IOException(e);
  }
}
