package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A sequence of items that arrives in batches, such as a walk or any other source that is read step
 * by step from a server. {@link Feeds} delivers its items to actions and subscribers.
 *
 * <p>Only one thread at a time may call the methods, except for {@link #cancel}. None of the
 * methods block.
 *
 * @param <T> the type of the items
 */
public interface Feed<T> {
  /**
   * Returns whether the next item is available. If this method throws, the feed ends for its
   * consumer.
   */
  boolean hasItem();

  /**
   * Calls an action with the item found by {@link #hasItem}. The item counts as delivered once the
   * action returns. If the action throws, the item remains the next one to deliver.
   */
  void deliver(Consumer<? super T> action);

  /** Returns whether there is nothing left to fetch. */
  boolean isRead();

  /**
   * Fetches the next batch, which may be empty. The future completes with false if no batch is
   * left.
   */
  CompletableFuture<Boolean> fetchAsync();

  /** Ends the feed. No more items are delivered after this. */
  void end();

  /** Cancels pending requests. Can be called from any thread. */
  void cancel();
}
