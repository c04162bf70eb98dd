package ai.withcortex.client.paging;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/**
 * A list that the server returns in pages. Creating a list does not send a request. Each iterator,
 * stream, walk, or subscription starts at the first page and sends a request only when the caller
 * needs its items, unless {@link WalkOptions#prefetch} allows reading ahead.
 *
 * <p>A walk delivers every item that stays in the list throughout the walk exactly once, in list
 * order, even if other items are added or deleted during the walk. This requires that items keep
 * their order and that each response contains consecutive items of the list. {@link WalkMode}
 * explains how this works and what it costs. The receipt of a walk shows whether completeness is
 * proven. If a server contradicts itself, or the list changes faster than it can be read, the walk
 * fails with a {@link ai.withcortex.core.error.PagingContractException} instead of running
 * endlessly or silently truncating the list. Every {@link ai.withcortex.core.error.CortexException}
 * that ends a walk contains the position of the walk and a checkpoint to resume from. For
 * exceptions thrown by an action or subscriber, {@link ai.withcortex.core.error.WalkPositions#of}
 * returns this information.
 *
 * <p>Closing a walk or stream, or canceling a future or subscription, ends the walk. No more items
 * are delivered, not even items that have already arrived, and the verdict in the receipt is
 * INCOMPLETE unless the end of the list was reached.
 *
 * <p>A {@code PagedIterable} is immutable and thread-safe, but its iterators are not.
 *
 * @param <T> the type of the items
 */
public interface PagedIterable<T> extends Iterable<T> {
  /** Returns an iterator over the items that blocks while a page is being fetched. */
  @Override
  Iterator<T> iterator();

  /**
   * Returns the items as a sequential, ordered stream that fetches pages as it is consumed, using
   * the default options. Closing the stream cancels any request in flight.
   *
   * <p>If an operation of the stream throws, {@link ai.withcortex.core.error.WalkPositions#of}
   * returns a checkpoint for resuming with the item that it was called with. This does not apply to
   * operations that collect items first, such as {@code sorted}, or to the iterator of the stream:
   * they take items ahead, and these count as delivered.
   */
  Stream<T> stream();

  /**
   * Returns the pages one by one, exactly as the server sent them, including repeated items.
   * Unreadable items are in {@link Page#unread}.
   */
  Iterable<Page<T>> pages();

  /**
   * Starts a walk that accounts for the items it delivers. No request is sent until you use the
   * walk.
   *
   * @throws IllegalArgumentException if the checkpoint in the options belongs to a different query
   *     or was created in a different mode
   */
  Walk<T> walk(WalkOptions options);

  /** Starts a walk with the default options. */
  default Walk<T> walk() {
    return walk(WalkOptions.DEFAULT);
  }

  /**
   * Calls an action with each item, one at a time, without blocking a thread. The first request is
   * sent immediately.
   *
   * <p>The action runs on the threads that receive responses. An item counts as delivered when the
   * action returns. If the action throws, the future fails with that exception, and {@link
   * ai.withcortex.core.error.WalkPositions#of} returns a checkpoint for resuming the walk with that
   * item. If the walk fails, the future fails with the exception from the walk. {@link
   * WalkOptions#onEnd} is called before the future completes. Canceling the future, or completing
   * it in any other way, ends the walk and cancels its requests.
   *
   * @return a future that completes with the receipt once the last item is delivered or a limit is
   *     reached
   * @throws IllegalArgumentException if the checkpoint in the options belongs to a different query
   *     or was created in a different mode
   */
  CompletableFuture<Receipt> forEachAsync(Consumer<? super T> action, WalkOptions options);

  /** Calls an action with each item, using the default options. */
  default CompletableFuture<Receipt> forEachAsync(Consumer<? super T> action) {
    return forEachAsync(action, WalkOptions.DEFAULT);
  }

  /**
   * Returns the items as a Reactive Streams publisher; each subscriber gets its own walk.
   *
   * <p>No page is requested until the subscriber requests items that have not arrived yet, unless
   * the options allow prefetching. Canceling a subscription cancels its requests. Subscribers are
   * called on the threads that receive responses, or on their own thread while they call {@code
   * request}. Reaching a limit also completes the subscription. To distinguish a limit from the end
   * of the list, check the receipt in {@link WalkOptions#onEnd}.
   *
   * @throws IllegalArgumentException if the checkpoint in the options belongs to a different query
   *     or was created in a different mode
   */
  Publisher<T> publisher(WalkOptions options);

  /** Returns a publisher with the default options. */
  default Publisher<T> publisher() {
    return publisher(WalkOptions.DEFAULT);
  }
}
