package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A sequence of items that arrives in batches, for code that hands them to others: a walk, or
 * another source that is read step by step from a server. {@link Feeds} hands them to actions and
 * subscribers.
 *
 * <p>Only one thread at a time may call the methods, except {@link #cancel}; none of them blocks.
 *
 * @param <T> the items
 */
public interface Feed<T> {
  /** Returns whether the next item is available. An exception ends the feed for its consumer. */
  boolean hasItem();

  /**
   * Calls an action with the item that {@link #hasItem} found. The item counts as delivered once
   * the action returns; if it throws, the item is still the next one.
   */
  void deliver(Consumer<? super T> action);

  /** Returns whether nothing is left to fetch. */
  boolean isRead();

  /** Fetches the next batch, which may be empty; completes with false if none is left. */
  CompletableFuture<Boolean> fetchAsync();

  /** Ends the feed; no more items will come. */
  void end();

  /** Cancels pending requests. Any thread may call this. */
  void cancel();
}
