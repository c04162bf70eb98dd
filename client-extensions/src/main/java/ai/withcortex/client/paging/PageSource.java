package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;

/**
 * A source of the pages of one list, for {@link PagedIterables}.
 *
 * <p>Implementations are immutable and safe for use by several threads.
 *
 * @param <T> the items
 */
public interface PageSource<T> {
  /**
   * Fetches a page without blocking. On failure it throws or returns a future that fails; a later
   * call tries again.
   *
   * <p>The fetch ends within {@link PageRequest#timeLeft}, preferably with a {@link
   * ai.withcortex.core.error.CortexTimeoutException}, and once the future is canceled or {@link
   * PageRequest#end} completes.
   */
  CompletableFuture<Page<T>> fetchAsync(PageRequest request);

  /**
   * Fetches a page and blocks the calling thread meanwhile. A walk calls this unless it must not
   * block or it prefetches. The default implementation waits for {@link #fetchAsync}.
   */
  default Page<T> fetch(PageRequest request) {
    return request.await(fetchAsync(request));
  }

  /** Returns the value that identifies an item, such as its ID. */
  String identity(T item);

  /**
   * Returns a description of the list, for example its endpoint and filters. A walk can only be
   * resumed with a source that returns the same text; checkpoints contain only a hash of it.
   */
  String query();
}
