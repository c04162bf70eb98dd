package ai.withcortex.client.watching;

import ai.withcortex.client.paging.PageSource;
import ai.withcortex.client.paging.PagedIterable;
import java.util.function.Function;
import okio.ByteString;

/** What a watch looks at. Immutable. */
final class Watched<T> {
  private final PageSource<T> source;
  private final PagedIterable<T> list;
  private final Function<? super T, String> state;
  private final long query;

  Watched(PageSource<T> source, int firstPage, int take, Function<? super T, String> state) {
    this.source = source;
    this.state = state;
    list = PagedIterable.of(source, firstPage, take);
    query =
        ByteString.encodeUtf8(source.query() + "\npage " + firstPage)
            .sha256()
            .asByteBuffer()
            .getLong();
  }

  PagedIterable<T> list() {
    return list;
  }

  String identity(T item) {
    return source.identity(item);
  }

  String state(T item) {
    return state.apply(item);
  }

  /** A hash of what is watched. */
  long query() {
    return query;
  }
}
