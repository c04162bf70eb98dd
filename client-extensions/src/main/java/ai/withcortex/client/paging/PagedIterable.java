package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;

/**
 * A list that the server hands out in pages. Making one sends nothing; each iterator, stream, walk
 * or subscription starts at the first page anew and sends a request when its caller reaches what it
 * would bring, never ahead of that unless {@link WalkOptions#prefetch} says so.
 *
 * <p>Every item that is in the list during the whole walk is delivered exactly once, in the order
 * of the list, whatever is added or deleted meanwhile, as long as each answer is a slice of one
 * order. {@link WalkMode} says how and at what price, and the receipt of a walk whether it could be
 * proven. A server that contradicts itself, or that changes the list faster than it can be read,
 * ends in a {@link ai.withcortex.core.PagingContractException}, never in an endless or silently
 * short list. Every {@link ai.withcortex.core.CortexException} that ends a walk says where it
 * stood, and from where to resume it.
 *
 * <p>This object is immutable and safe for use by several threads; its iterators are not.
 *
 * @param <T> the items
 */
public interface PagedIterable<T> extends Iterable<T> {
  /**
   * A list whose pages come from a source.
   *
   * @param firstPage the number of the page to begin with; 1 stands for the first one, whatever the
   *     server calls it
   * @param take how many items to ask for at once, at least 1; from 20 on, nothing is missing
   */
  static <T> PagedIterable<T> of(PageSource<T> source, int firstPage, int take) {
    requireNonNull(source, "source == null");
    if (firstPage < 0 || take < 1) {
      throw new IllegalArgumentException(
          String.format(
              "Expected a first page of at least 0 and a take of at least 1, found page %d and take"
                  + " %d",
              firstPage, take));
    }
    return new DefaultPagedIterable<>(source, firstPage, take, System::nanoTime);
  }

  /** Walks over the items. Blocks while a page is fetched. */
  @Override
  Iterator<T> iterator();

  /**
   * The items as a sequential, ordered stream that fetches pages as it is consumed, with the
   * default options. Closing it ends a request on its way.
   */
  Stream<T> stream();

  /**
   * The pages as the server sent them, one after the other, with every item on them, be it one that
   * came before. What cannot be read is in {@link Page#unread}.
   */
  Iterable<Page<T>> pages();

  /**
   * A walk over the items that accounts for what it delivers. Sends nothing until it is used.
   *
   * @throws IllegalArgumentException if the checkpoint of the options belongs to another query
   */
  Walk<T> walk(WalkOptions options);

  /** The same with the default options. */
  default Walk<T> walk() {
    return walk(WalkOptions.DEFAULT);
  }

  /**
   * Calls an action with each item, one after the other, and blocks no thread; the first request is
   * sent at once.
   *
   * <p>The action runs on the threads that bring the answers. If it throws, the future fails with
   * that; otherwise with what has ended the walk. Canceling the future, or completing it in any
   * other way, ends the walk and its requests. An item for which the action has thrown counts as
   * delivered.
   *
   * @return the receipt, once the last item was delivered or a limit was reached
   * @throws IllegalArgumentException if the checkpoint of the options belongs to another query
   */
  CompletableFuture<Receipt> forEachAsync(Consumer<? super T> action, WalkOptions options);

  /** The same with the default options. */
  default CompletableFuture<Receipt> forEachAsync(Consumer<? super T> action) {
    return forEachAsync(action, WalkOptions.DEFAULT);
  }

  /**
   * The items for subscribers of Reactive Streams, each of which gets a walk of its own.
   *
   * <p>Nothing is requested from the server before the subscriber asks for items that are not there
   * yet, unless the options allow it to prefetch. Canceling a subscription ends its requests.
   * Subscribers are called on the threads that bring the answers, or on their own while they
   * request. A limit that is reached completes the subscription; {@link WalkOptions#onEnd} hears
   * the receipt, which tells that apart from the end of the list.
   *
   * @throws IllegalArgumentException if the checkpoint of the options belongs to another query
   */
  Publisher<T> publisher(WalkOptions options);

  /** The same with the default options. */
  default Publisher<T> publisher() {
    return publisher(WalkOptions.DEFAULT);
  }
}
