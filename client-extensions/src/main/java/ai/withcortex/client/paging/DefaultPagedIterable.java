package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Starts a new walk for each iterator, stream, subscription or iteration of the pages. */
final class DefaultPagedIterable<T> implements PagedIterable<T> {
  private static final WalkOptions PAGES =
      WalkOptions.builder().mode(WalkMode.PLAIN).faults(FaultPolicy.SKIP).build();

  private final PageSource<T> source;
  private final int firstPage;
  private final int take;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime the clock for time limits
   */
  DefaultPagedIterable(PageSource<T> source, int firstPage, int take, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.source = source;
    this.firstPage = firstPage;
    this.take = take;
  }

  @Override
  public Iterator<T> iterator() {
    return walk(WalkOptions.DEFAULT);
  }

  @Override
  public Stream<T> stream() {
    Walk<T> walk = walk(WalkOptions.DEFAULT);
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, characteristics), false)
        .onClose(walk::close);
  }

  @Override
  public Walk<T> walk(WalkOptions options) {
    return new DefaultWalk<>(walker(options));
  }

  @Override
  public CompletableFuture<Receipt> forEachAsync(Consumer<? super T> action, WalkOptions options) {
    Walker<T> walker = walker(options);
    return Feed.start(walker, action, walker::receipt);
  }

  @Override
  public Publisher<T> publisher(WalkOptions options) {
    requireResumable(options);
    return Feed.publisher(() -> walker(options));
  }

  @Override
  public Iterable<Page<T>> pages() {
    return () -> new PageIterator<>(walker(PAGES));
  }

  private Walker<T> walker(WalkOptions options) {
    requireResumable(options);
    Checkpoint checkpoint = options.checkpoint();
    WalkState state =
        checkpoint == null ? new WalkState(query(), options.mode()) : checkpoint.state();
    state.tail.hasOldAnswers = options.prefetch() > 0;
    Plan<T> plan = plan(state, checkpoint);
    return new Walker<>(source, options, plan, new Limits(options, nanoTime), state);
  }

  private Plan<T> plan(WalkState state, @Nullable Checkpoint checkpoint) {
    if (checkpoint != null && state.delivered + state.faulted > 0) {
      return new ResumedPlan<>(state, checkpoint.state(), take);
    }
    return state.mode == WalkMode.EXACT
        ? new ExactPlan<>(state, firstPage, take)
        : new PlainPlan<>(state, firstPage, take);
  }

  private void requireResumable(WalkOptions options) {
    requireNonNull(options, "options == null");
    Checkpoint checkpoint = options.checkpoint();
    if (checkpoint == null) {
      return;
    }
    WalkState state = checkpoint.state();
    if (state.query != query()) {
      throw new IllegalArgumentException(
          "Expected a checkpoint of this query, found one of another; filters, order and first page"
              + " must be those of the walk that made it");
    }
    if (state.mode != options.mode()) {
      throw new IllegalArgumentException(
          String.format(
              "Expected a checkpoint of a walk in mode %s, found one in mode %s; resume in that"
                  + " mode",
              options.mode(), state.mode));
    }
  }

  private long query() {
    return Identity.of(source.query() + "\npage " + firstPage, Identity.newDigest()).low;
  }

  /** Returns pages as the server sent them, except an empty one at the end. */
  private static final class PageIterator<T> implements Iterator<Page<T>> {
    private final Walker<T> walker;

    /** The page that {@link #next} will return; null if it has not been fetched yet. */
    private @Nullable Page<T> ahead;

    PageIterator(Walker<T> walker) {
      this.walker = walker;
    }

    @Override
    public boolean hasNext() {
      while (ahead == null && walker.fetch()) {
        while (walker.hasItem()) {
          walker.takeItem();
        }
        Page<T> page = walker.page;
        boolean isEmpty = page == null || (page.items().isEmpty() && page.unread().isEmpty());
        ahead = walker.isRead() && isEmpty ? null : page;
      }
      return ahead != null;
    }

    @Override
    public Page<T> next() {
      if (!hasNext() || ahead == null) {
        throw new NoSuchElementException("the list has no more pages");
      }
      Page<T> page = ahead;
      ahead = null;
      return page;
    }
  }
}
