package ai.withcortex.core;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import retrofit2.Call;
import retrofit2.Response;

/**
 * Sends an attempt on another thread and waits for it, so that an interrupt ends it at once.
 *
 * <p>A thread that reads from a socket does not notice that it is interrupted.
 */
final class InterruptibleSending {
  private final ExecutorService threads;

  InterruptibleSending(ExecutorService threads) {
    this.threads = threads;
  }

  <T> Response<T> send(Call<T> attempt) throws IOException {
    Future<Response<T>> answer = threads.submit(attempt::execute);
    try {
      return answer.get();
    } catch (InterruptedException e) {
      attempt.cancel();
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
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
