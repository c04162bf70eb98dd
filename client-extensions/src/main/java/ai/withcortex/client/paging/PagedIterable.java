package ai.withcortex.client.paging;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/**
 * A list that the server delivers in pages. Creating one sends nothing. Each iterator, stream, walk
 * or subscription starts at the first page and sends a request only when the caller needs its
 * items, unless {@link WalkOptions#prefetch} allows it to read ahead.
 *
 * <p>A walk delivers every item that is in the list during the whole walk exactly once, in list
 * order, no matter which items are added or deleted meanwhile, as long as each answer is a slice of
 * one order. {@link WalkMode} explains how this works and what it costs; the receipt of a walk says
 * whether it is proven. If a server contradicts itself, or changes the list faster than it can be
 * read, the walk ends in a {@link ai.withcortex.core.error.PagingContractException}, never in an
 * endless or silently truncated list. Every {@link ai.withcortex.core.error.CortexException} that
 * ends a walk says where the walk stood and where to resume, and {@link
 * ai.withcortex.core.error.WalkPosition#of} says so for an exception of an action or a subscriber.
 *
 * <p>Closing a walk or a stream, and canceling a future or a subscription, ends the walk: no item
 * follows, not even one that has arrived, and the receipt is INCOMPLETE unless the end of the list
 * was reached.
 *
 * <p>This object is immutable and safe for use by several threads; its iterators are not.
 *
 * @param <T> the items
 */
public interface PagedIterable<T> extends Iterable<T> {
  /** Walks over the items. Blocks while a page is fetched. */
  @Override
  Iterator<T> iterator();

  /**
   * Returns the items as a sequential, ordered stream that fetches pages as it is consumed, with
   * the default options. Closing it cancels a request in flight.
   */
  Stream<T> stream();

  /**
   * Returns the pages one by one, exactly as the server sent them, repeated items included. Items
   * that cannot be read are in {@link Page#unread}.
   */
  Iterable<Page<T>> pages();

  /**
   * Starts a walk that accounts for the items it delivers. Sends nothing until you use it.
   *
   * @throws IllegalArgumentException if the checkpoint in the options belongs to another query or
   *     was made in another mode
   */
  Walk<T> walk(WalkOptions options);

  /** Starts a walk with the default options. */
  default Walk<T> walk() {
    return walk(WalkOptions.DEFAULT);
  }

  /**
   * Calls an action with each item, one after the other, without blocking a thread; sends the first
   * request at once.
   *
   * <p>The action runs on the threads that receive the responses. An item counts as delivered when
   * the action returns. If the action throws, the future fails with that exception, and {@link
   * ai.withcortex.core.error.WalkPosition#of} returns a checkpoint from which the walk resumes with
   * that item; if the walk fails, the future fails with the failure of the walk. {@link
   * WalkOptions#onEnd} is called before the future completes. Canceling the future, or completing
   * it in any other way, ends the walk and its requests.
   *
   * @return the receipt, once the last item is delivered or a limit is reached
   * @throws IllegalArgumentException if the checkpoint in the options belongs to another query or
   *     was made in another mode
   */
  CompletableFuture<Receipt> forEachAsync(Consumer<? super T> action, WalkOptions options);

  /** Calls an action with each item, with the default options. */
  default CompletableFuture<Receipt> forEachAsync(Consumer<? super T> action) {
    return forEachAsync(action, WalkOptions.DEFAULT);
  }

  /**
   * Returns the items as a Reactive Streams publisher; each subscriber gets its own walk.
   *
   * <p>No page is requested until the subscriber requests items that have not arrived yet, unless
   * the options allow prefetching. Canceling a subscription cancels its requests. Subscribers are
   * called on the threads that receive the answers, or on their own thread while they request.
   * Reaching a limit completes the subscription; to tell this from the end of the list, read the
   * receipt in {@link WalkOptions#onEnd}.
   *
   * @throws IllegalArgumentException if the checkpoint in the options belongs to another query or
   *     was made in another mode
   */
  Publisher<T> publisher(WalkOptions options);

  /** Returns a publisher with the default options. */
  default Publisher<T> publisher() {
    return publisher(WalkOptions.DEFAULT);
  }
}
