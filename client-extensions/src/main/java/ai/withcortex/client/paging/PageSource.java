package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;

/**
 * Where the pages of one list come from.
 *
 * <p>Implementations are immutable and safe for use by several threads.
 *
 * @param <T> the items
 */
public interface PageSource<T> {
  /**
   * Fetches a page without blocking. If it cannot, it throws or answers a future that fails, and a
   * later call tries again.
   *
   * <p>It ends within {@link PageRequest#timeLeft}, best with a {@link
   * ai.withcortex.core.CortexTimeoutException}, and once the future is canceled or {@link
   * PageRequest#end} completes.
   */
  CompletableFuture<Page<T>> fetchAsync(PageRequest request);

  /**
   * The same on the calling thread, which has nothing else to do than to wait: a walk asks in this
   * way unless it may not block or fetches ahead. By default it waits for {@link #fetchAsync}.
   */
  default Page<T> fetch(PageRequest request) {
    return request.await(fetchAsync(request));
  }

  /** What makes two items the same one, such as an ID. */
  String identity(T item);

  /**
   * What is listed: an endpoint and its filters, for instance. A walk cannot be resumed with a
   * source that says another text; checkpoints hold no more than a hash of it.
   */
  String query();
}
