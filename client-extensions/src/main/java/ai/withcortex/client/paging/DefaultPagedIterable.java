package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Starts a new walk for each iterator, stream or iteration of the pages. */
final class DefaultPagedIterable<T> implements PagedIterable<T> {
  private final PageSource<T> source;
  private final Function<? super T, String> identity;
  private final int firstPage;
  private final int take;

  DefaultPagedIterable(
      PageSource<T> source, Function<? super T, String> identity, int firstPage, int take) {
    this.source = source;
    this.identity = identity;
    this.firstPage = firstPage;
    this.take = take;
  }

  @Override
  public Iterator<T> iterator() {
    return walk(WalkMode.EXACT);
  }

  @Override
  public Stream<T> stream() {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), characteristics), false);
  }

  @Override
  public Walk<T> walk(WalkMode mode) {
    return new DefaultWalk<>(walker(requireNonNull(mode, "mode == null")));
  }

  @Override
  public Iterable<Page<T>> pages() {
    return () -> new PageIterator<>(walker(WalkMode.PLAIN));
  }

  private Walker<T> walker(WalkMode mode) {
    WalkTally tally = new WalkTally();
    Plan<T> plan =
        mode == WalkMode.EXACT
            ? new ExactPlan<>(tally, firstPage, take)
            : new PlainPlan<>(tally, firstPage, take);
    return new Walker<>(source, identity, tally, plan);
  }
}
