package ai.withcortex.client.paging;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Starts a new walk for each iterator, stream or iteration of the pages. */
final class DefaultPagedIterable<T> implements PagedIterable<T> {
  private final Supplier<PageIterator<T>> walks;

  DefaultPagedIterable(Supplier<PageIterator<T>> walks) {
    this.walks = walks;
  }

  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(walks.get());
  }

  @Override
  public Stream<T> stream() {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), characteristics), false);
  }

  @Override
  public Iterable<Page<T>> pages() {
    return walks::get;
  }
}
