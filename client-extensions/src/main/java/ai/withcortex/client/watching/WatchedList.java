package ai.withcortex.client.watching;

import ai.withcortex.client.internal.ClientSource;
import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.PagedIterables;
import java.util.function.Function;
import java.util.function.Predicate;
import okio.ByteString;

/** A watched list, with the functions that return the state of an item and whether it is final. */
final class WatchedList<T> {
  final PageSource<T> source;
  final Function<? super T, String> state;
  final Predicate<? super String> isEnded;
  private final int firstPage;
  private final int take;

  /** What is known about the page numbers, for all polls. */
  final PageNumbers numbers;

  /** The waits that end when the client of the source closes. */
  final OpenWaits waits;

  /** A hash of the query and the first page. */
  final long query;

  WatchedList(
      PageSource<T> source,
      int firstPage,
      int take,
      Function<? super T, String> state,
      Predicate<? super String> isEnded) {
    this.source = source;
    this.firstPage = firstPage;
    this.take = take;
    this.state = state;
    this.isEnded = isEnded;
    waits = source instanceof ClientSource ? ((ClientSource) source).waits() : new OpenWaits();
    // Refuses a wrong page or take before the first poll.
    PagedIterable<T> unused = PagedIterables.of(source, firstPage, take);
    PageNumbers known = source.numbers();
    numbers = known == null ? PageNumbers.unknown() : known;
    ByteString listed = ByteString.encodeUtf8(source.query() + "\npage " + firstPage);
    query = listed.sha256().asByteBuffer().getLong();
  }

  /** Returns the items of a poll, which come from the given pages. */
  PagedIterable<T> items(PageSource<T> pages) {
    return PagedIterables.of(pages, firstPage, take);
  }
}
