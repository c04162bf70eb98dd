package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
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
   * @param nanoTime what time limits are measured with
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
    WalkTally tally = new WalkTally(options.prefetch() > 0);
    Checkpoint checkpoint = options.checkpoint();
    if (checkpoint != null) {
      tally.restore(checkpoint.state);
    }
    Plan<T> plan = plan(options.mode(), tally, checkpoint);
    Limits limits = new Limits(options, nanoTime);
    Accounts accounts = new Accounts(tally, options.mode(), query());
    return new Walker<>(source, options, plan, limits, accounts);
  }

  private Plan<T> plan(WalkMode mode, WalkTally tally, @Nullable Checkpoint checkpoint) {
    if (checkpoint != null && checkpoint.state.delivered + checkpoint.state.faulted > 0) {
      return new ResumedPlan<>(tally, checkpoint.state, take);
    }
    return mode == WalkMode.EXACT
        ? new ExactPlan<>(tally, firstPage, take)
        : new PlainPlan<>(tally, firstPage, take);
  }

  private void requireResumable(WalkOptions options) {
    requireNonNull(options, "options == null");
    Checkpoint checkpoint = options.checkpoint();
    if (checkpoint == null) {
      return;
    }
    if (checkpoint.state.query != query()) {
      throw new IllegalArgumentException(
          "Expected a checkpoint of this query, found one of another; filters, order and first page"
              + " must be those of the walk that made it");
    }
    if (checkpoint.state.mode != options.mode()) {
      throw new IllegalArgumentException(
          "Expected a checkpoint of a walk in mode "
              + options.mode()
              + ", found one in mode "
              + checkpoint.state.mode
              + "; resume in that mode");
    }
  }

  private long query() {
    return Identity.of(source.query() + "\npage " + firstPage, Identity.newDigest()).low;
  }
}
