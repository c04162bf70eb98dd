package ai.withcortex.client.paging;

import ai.withcortex.core.Promise;

/**
 * Where the pages of one list come from.
 *
 * <p>Implementations are immutable and safe for use by several threads.
 *
 * @param <T> the items
 */
public interface PageSource<T> {
  /**
   * Fetches a page. If it cannot, it throws or answers a promise that fails, and a later call tries
   * again.
   *
   * <p>It ends within {@link PageRequest#timeLeft}, best with a {@link
   * ai.withcortex.core.CortexTimeoutException}.
   *
   * <p>Where {@link PageRequest#mayBlock} allows it, this may block and answer a promise that is
   * done, and {@link PageRequest#onCancel} ends it; otherwise it answers at once, and canceling the
   * promise ends the request.
   */
  Promise<Page<T>> fetch(PageRequest request);

  /** What makes two items the same one, such as an ID. */
  String identity(T item);

  /**
   * What is listed: an endpoint and its filters, for instance. A walk cannot be resumed with a
   * source that says another text; checkpoints hold no more than a hash of it.
   */
  String query();
}
