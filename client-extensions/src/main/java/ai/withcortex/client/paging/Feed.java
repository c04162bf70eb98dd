package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/**
 * A sequence of items that arrives in batches, for code that hands them to others: a walk, or
 * another source that is read step by step from a server.
 *
 * <p>Only one thread at a time may call the methods, except {@link #cancel}; none of them blocks.
 *
 * @param <T> the items
 */
public interface Feed<T> {
  /** Returns whether the next item is available. An exception ends the feed for its consumer. */
  boolean hasItem();

  /** Returns the item that {@link #hasItem} found; from now on it counts as delivered. */
  T takeItem();

  /** Returns whether nothing is left to fetch. */
  boolean isRead();

  /** Fetches the next batch, which may be empty; completes with false if none is left. */
  CompletableFuture<Boolean> fetchAsync();

  /** Ends the feed; no more items will come. */
  void end();

  /** Cancels pending requests. Any thread may call this. */
  void cancel();

  /**
   * Calls an action with each item on the threads that receive them. If the action throws, the
   * future fails with that exception. Completing the future in any way cancels the feed.
   *
   * @param result supplies the value of the future at the end
   */
  static <T, R> CompletableFuture<R> start(
      Feed<T> feed, Consumer<? super T> action, Supplier<R> result) {
    return WalkSubscription.start(feed, requireNonNull(action, "action == null"), result);
  }

  /**
   * Returns a publisher that starts a feed for each subscriber and fetches as many items as it
   * requests.
   */
  static <T> Publisher<T> publisher(Supplier<? extends Feed<T>> feeds) {
    return subscriber -> {
      requireNonNull(subscriber, "subscriber == null");
      subscriber.onSubscribe(new WalkSubscription<>(feeds.get(), subscriber));
    };
  }
}
