package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list that the server hands out in pages. Making one sends nothing; each iterator, stream or
 * walk over the pages starts at the first page anew and sends a request when its caller reaches a
 * page, never ahead of that.
 *
 * <p>An item that shows up again, since new ones pushed it to a later page while the list was read,
 * is delivered once. An item that deletions pulled to a page already read is not seen.
 *
 * <p>The list ends when as many items were received as the server counts, at an empty page, or at a
 * page that is shorter than the server said pages are. A page that is merely shorter than asked for
 * may be the server's limit, so the next one is asked for. A server that contradicts itself, or
 * tells too little to know whether a repeated page is the end, ends in a {@link
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
   * @param identity what makes two items the same one
   * @param firstPage the number of the page to begin with
   * @param take how many items to ask for at once
   */
  static <T> PagedIterable<T> of(
      PageSource<T> source, Function<? super T, ?> identity, int firstPage, int take) {
    requireNonNull(source, "source == null");
    requireNonNull(identity, "identity == null");
    return new DefaultPagedIterable<>(() -> new PageIterator<>(source, identity, firstPage, take));
  }

  /** Walks over the items. Blocks while a page is fetched. */
  @Override
  Iterator<T> iterator();

  /** The items as a sequential, ordered stream that fetches pages as it is consumed. */
  Stream<T> stream();

  /** The pages as the server sent them, with every item on them. */
  Iterable<Page<T>> pages();
}
