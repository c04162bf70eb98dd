package ai.withcortex.client.paging;

import ai.withcortex.core.CortexConnectionException;
import ai.withcortex.core.CortexTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request on its way. */
final class Fetch<T> {
  final PageRequest request;
  final Window window;
  final CompletableFuture<Page<T>> page;

  Fetch(PageRequest request, Window window, CompletableFuture<Page<T>> page) {
    this.request = request;
    this.window = window;
    this.page = page;
  }

  void cancel() {
    cancel(page, request);
  }

  /** Blocks until the page is there, as long as the walk may; throws why it is not. */
  static <T> Page<T> await(CompletableFuture<Page<T>> page, PageRequest request) {
    Duration timeLeft = request.timeLeft();
    try {
      return timeLeft == null ? page.get() : page.get(timeLeft.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      cancel(page, request);
      throw new CortexTimeoutException(
          "The request for " + request + " was given up: the time of the walk is over", e);
    } catch (InterruptedException e) {
      cancel(page, request);
      Thread.currentThread().interrupt();
      throw new CortexConnectionException(
          "The request for " + request + " was given up because its thread was interrupted", e);
    } catch (ExecutionException e) {
      throw PageFailure.unchecked(PageFailure.of(e));
    }
  }

  private static void cancel(CompletableFuture<?> page, PageRequest request) {
    page.cancel(true);
    request.cancel();
  }
}
