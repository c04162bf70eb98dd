package ai.withcortex.client.watching;

import ai.withcortex.client.paging.Feed;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.client.paging.PagedIterable;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okio.ByteString;
import org.reactivestreams.Publisher;

/** Starts a watch for each iterator, stream, action or subscription. */
final class DefaultWatch<T> implements Watch<T> {
  final PageSource<T> source;
  final Function<? super T, String> state;
  final WatchOptions options;
  final WatchTime time;
  final PagedIterable<T> list;

  /** A hash of the query and the first page. */
  final long query;

  DefaultWatch(
      PageSource<T> source,
      int firstPage,
      int take,
      Function<? super T, String> state,
      WatchOptions options,
      WatchTime time) {
    this.source = source;
    this.state = state;
    this.options = options;
    this.time = time;
    list = PagedIterable.of(source, firstPage, take);
    ByteString listed = ByteString.encodeUtf8(source.query() + "\npage " + firstPage);
    query = listed.sha256().asByteBuffer().getLong();
    WatchPosition position = options.position();
    if (position != null && position.query != query) {
      throw new IllegalArgumentException(
          "Expected a position of a watch of this query, found one of another; filters, order and"
              + " first page must be those of the watch that made it");
    }
  }

  @Override
  public ChangeIterator<T> iterator() {
    return new DefaultChangeIterator<>(watcher());
  }

  @Override
  public Stream<Change<T>> stream() {
    ChangeIterator<T> changes = iterator();
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(changes, characteristics), false)
        .onClose(changes::close);
  }

  @Override
  public CompletableFuture<WatchPosition> forEachAsync(Consumer<? super Change<T>> action) {
    Watcher<T> watcher = watcher();
    return Feed.start(watcher, action, watcher::position);
  }

  @Override
  public Publisher<Change<T>> publisher() {
    return Feed.publisher(this::watcher);
  }

  private Watcher<T> watcher() {
    return new Watcher<>(this);
  }
}
