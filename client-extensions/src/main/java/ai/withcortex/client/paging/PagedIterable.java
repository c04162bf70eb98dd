package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list that the server hands out in pages. Making one sends nothing; each iterator, stream or
 * walk starts at the first page anew and sends a request when its caller reaches what it would
 * bring, never ahead of that.
 *
 * <p>Every item that is in the list during the whole walk is delivered exactly once, whatever is
 * added or deleted meanwhile, as long as each answer is a slice of one order. {@link WalkMode} says
 * how and at what price, and the receipt of {@link #walk} whether it could be proven. A server that
 * contradicts itself, or that changes the list faster than it can be read, ends in a {@link
 * ai.withcortex.core.PagingContractException}, never in an endless or silently short list. Other
 * failures of a request are thrown as they are, by {@code hasNext} as well as by {@code next};
 * calling it again repeats the request.
 *
 * <p>This object is immutable and safe for use by several threads; its iterators are not.
 *
 * @param <T> the items
 */
public interface PagedIterable<T> extends Iterable<T> {
  /**
   * A list whose pages come from a source.
   *
   * @param identity what makes two items the same one, such as an ID
   * @param firstPage the number of the page to begin with; 1 stands for the first one, whatever the
   *     server calls it
   * @param take how many items to ask for at once, at least 1; from 20 on, nothing is missing
   */
  static <T> PagedIterable<T> of(
      PageSource<T> source, Function<? super T, String> identity, int firstPage, int take) {
    requireNonNull(source, "source == null");
    requireNonNull(identity, "identity == null");
    return new DefaultPagedIterable<>(source, identity, firstPage, take);
  }

  /** Walks over the items. Blocks while a page is fetched. */
  @Override
  Iterator<T> iterator();

  /** The items as a sequential, ordered stream that fetches pages as it is consumed. */
  Stream<T> stream();

  /** A walk over the items that accounts for what it delivers. Sends nothing until it is used. */
  Walk<T> walk(WalkMode mode);

  /** The pages as the server sent them, one after the other, with every item on them. */
  Iterable<Page<T>> pages();
}
