package ai.withcortex.client.watching;

import ai.withcortex.client.paging.PageSource;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.PagedIterables;
import java.util.function.Function;
import okio.ByteString;

/** A watched list and the function that returns the state of an item. Immutable. */
final class WatchedList<T> {
  final PageSource<T> source;
  final PagedIterable<T> items;
  final Function<? super T, String> state;

  /** A hash of the query and the first page. */
  final long query;

  WatchedList(PageSource<T> source, int firstPage, int take, Function<? super T, String> state) {
    this.source = source;
    this.state = state;
    items = PagedIterables.of(source, firstPage, take);
    ByteString listed = ByteString.encodeUtf8(source.query() + "\npage " + firstPage);
    query = listed.sha256().asByteBuffer().getLong();
  }
}
