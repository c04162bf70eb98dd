package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;

/**
 * Items that come in portions, as code that hands them to others needs them: a walk, or what else
 * is read bit by bit from a server.
 *
 * <p>All methods but {@link #cancel} are called by one thread at a time, and none blocks.
 *
 * @param <T> the items
 */
public interface Feed<T> {
  /** Whether the next item is there. What it throws ends the feed for whoever asks. */
  boolean hasItem();

  /** The item that {@link #hasItem} found; from here on it counts as delivered. */
  T takeItem();

  /** Whether there is nothing to fetch any more. */
  boolean isRead();

  /** Fetches the next portion, which may be empty; false if there is none any more. */
  CompletableFuture<Boolean> fetchAsync();

  /** There is nothing more to come. */
  void end();

  /** Ends what is on its way. May be called by any thread. */
  void cancel();

  /**
   * Calls an action with each item on the threads that bring them. If the action throws, the future
   * fails with that. Whatever completes the future cancels the feed.
   *
   * @param result what the future is completed with at the end
   */
  static <T, R> CompletableFuture<R> start(
      Feed<T> feed, Consumer<? super T> action, Supplier<R> result) {
    return WalkSubscription.start(feed, requireNonNull(action, "action == null"), result);
  }

  /** A publisher that begins a feed for each subscriber and fetches as far as that one asks. */
  static <T> Publisher<T> publisher(Supplier<? extends Feed<T>> feeds) {
    return subscriber -> {
      requireNonNull(subscriber, "subscriber == null");
      subscriber.onSubscribe(new WalkSubscription<>(feeds.get(), subscriber));
    };
  }
}
