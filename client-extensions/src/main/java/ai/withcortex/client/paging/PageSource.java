package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Provides the pages of a list to {@link PagedIterables}.
 *
 * <p>Implementations must be immutable and thread-safe.
 *
 * @param <T> the type of the items
 */
public interface PageSource<T> {
  /**
   * Fetches a page without blocking. On failure, this method either throws or returns a future that
   * fails. A later call tries again.
   *
   * <p>The fetch must end within {@link PageRequest#timeLeft}, preferably with a {@link
   * ai.withcortex.core.error.CortexTimeoutException}. It must also end once the future is canceled
   * or {@link PageRequest#end} completes.
   */
  CompletableFuture<Page<T>> fetchAsync(PageRequest request);

  /**
   * Fetches a page, blocking the calling thread. Walks call this method unless they must not block
   * or are prefetching pages. The default implementation waits for {@link #fetchAsync}.
   */
  default Page<T> fetch(PageRequest request) {
    return request.await(fetchAsync(request));
  }

  /** Returns the value that identifies an item, such as its ID. */
  String identity(T item);

  /**
   * Returns what is known about the page numbers of the server, or null if each list finds that out
   * for itself, which is the default. This matters only to lists that start with page 1.
   */
  default @Nullable PageNumbers numbers() {
    return null;
  }

  /**
   * Returns a description of the list, for example its endpoint and filters. A walk can be resumed
   * only with a source that returns the same description; checkpoints contain only a hash of it.
   */
  String query();
}
