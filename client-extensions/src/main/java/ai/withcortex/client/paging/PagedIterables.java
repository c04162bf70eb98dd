package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.paging.Identity;
import ai.withcortex.client.internal.paging.PagingStrategy;
import ai.withcortex.client.internal.paging.ResumedPaging;
import ai.withcortex.client.internal.paging.StartSearch;
import ai.withcortex.client.internal.paging.WalkState;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Creates lists for endpoints other than those of {@link ai.withcortex.client.WorkflowHandle}. */
public final class PagedIterables {
  private PagedIterables() {}

  /**
   * Returns a list whose pages come from the given source.
   *
   * @param firstPage the number of the page to start with; 1 means the first page, whether the
   *     server numbers it 0 or 1; {@link PageSource#numbers} explains how walks find out
   * @param take the number of items to request per page, at least 1; with 20 or more, no item is
   *     missed
   */
  public static <T> PagedIterable<T> of(PageSource<T> source, int firstPage, int take) {
    requireNonNull(source, "source == null");
    if (firstPage < 0 || take < 1) {
      throw new IllegalArgumentException(
          String.format(
              "Expected a first page of at least 0 and a take of at least 1, found page %d and take"
                  + " %d",
              firstPage, take));
    }
    return of(source, firstPage, take, System::nanoTime);
  }

  /**
   * @param nanoTime the clock for time limits
   */
  static <T> PagedIterable<T> of(
      PageSource<T> source, int firstPage, int take, LongSupplier nanoTime) {
    return new DefaultPagedIterable<>(source, firstPage, take, nanoTime);
  }

  /** Starts a new walk for each iterator, stream, subscription, or iteration over the pages. */
  private static final class DefaultPagedIterable<T> implements PagedIterable<T> {
    private static final WalkOptions PAGES =
        WalkOptions.builder().mode(WalkMode.PLAIN).faults(FaultPolicy.SKIP).build();

    private final PageSource<T> source;
    private final int firstPage;
    private final int take;
    private final LongSupplier nanoTime;
    private final PageNumbers numbers;

    DefaultPagedIterable(PageSource<T> source, int firstPage, int take, LongSupplier nanoTime) {
      this.nanoTime = nanoTime;
      this.source = source;
      this.firstPage = firstPage;
      this.take = take;
      PageNumbers known = source.numbers();
      numbers = known == null ? PageNumbers.unknown() : known;
    }

    @Override
    public Iterator<T> iterator() {
      return walk(WalkOptions.DEFAULT);
    }

    @Override
    public Stream<T> stream() {
      DefaultWalk<T> walk = new DefaultWalk<>(walker(WalkOptions.DEFAULT));
      int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
      Spliterator<T> items =
          new Spliterators.AbstractSpliterator<T>(Long.MAX_VALUE, characteristics) {
            @Override
            public boolean tryAdvance(Consumer<? super T> action) {
              return walk.deliverNext(action);
            }
          };
      return StreamSupport.stream(items, false).onClose(walk::close);
    }

    @Override
    public Walk<T> walk(WalkOptions options) {
      return new DefaultWalk<>(walker(options));
    }

    @Override
    public CompletableFuture<Receipt> forEachAsync(
        Consumer<? super T> action, WalkOptions options) {
      Walker<T> walker = walker(options);
      return Feeds.start(walker, action, walker::receipt);
    }

    @Override
    public Publisher<T> publisher(WalkOptions options) {
      requireResumable(options);
      return Feeds.publisher(() -> walker(options));
    }

    @Override
    public Iterable<Page<T>> pages() {
      return () -> new PageIterator<>(walker(PAGES));
    }

    private Walker<T> walker(WalkOptions options) {
      requireResumable(options);
      Checkpoint checkpoint = options.checkpoint();
      WalkState state =
          checkpoint == null
              ? new WalkState(query(), options.mode() == WalkMode.EXACT)
              : checkpoint.state();
      state.recent.hasOldAnswers = options.prefetch() > 0;
      Integer proven = numbers.isProven() ? numbers.first() : null;
      state.firstPage = proven == null ? 0 : proven;
      PagingStrategy<T> strategy =
          checkpoint != null && state.delivered + state.faulted > 0
              ? new ResumedPaging<>(state, checkpoint.state(), take)
              : start(state, options);
      return new Walker<>(source, options, strategy, new WalkLimits(options, nanoTime), state);
    }

    private PagingStrategy<T> start(WalkState state, WalkOptions options) {
      Integer first = firstPage == 1 ? numbers.first() : Integer.valueOf(firstPage);
      Long requests = options.requestLimit();
      if (first == null && (requests == null || requests > 1)) {
        return new StartSearch<>(state, take, numbers::learn);
      }
      if (firstPage == 1 && numbers.isInDoubt()) {
        return StartSearch.withoutPageZero(state, take);
      }
      // Pages are returned as the server sends them, without a second page 1 for page 0.
      boolean isSure = firstPage != 1 || numbers.isProven() || options == PAGES;
      return StartSearch.startingAt(state, first == null ? 1 : first, take, isSure);
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
            "Expected a checkpoint of this query, found one of a different query; use the same IDs,"
                + " filters, verbose, next, and first page as the walk that created it");
      }
      WalkMode mode = state.isExact ? WalkMode.EXACT : WalkMode.PLAIN;
      if (mode != options.mode()) {
        throw new IllegalArgumentException(
            String.format(
                "Expected a checkpoint of mode %s, found one of mode %s; resume in that mode",
                options.mode(), mode));
      }
    }

    private long query() {
      return Identity.of(source.query() + "\npage " + firstPage, Identity.newDigest()).low;
    }

    /** Returns pages as the server sent them, except for an empty page at the end. */
    private static final class PageIterator<T> implements Iterator<Page<T>> {
      private final Walker<T> walker;

      /** The page that {@link #next} will return, or null if it has not been fetched yet. */
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
          boolean isEmpty = page == null || Walker.isEmpty(page);
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

  /**
   * Delivers the new items from each response one by one.
   *
   * <p>If a walk is closed while another thread is waiting for a response, that thread ends the
   * walk.
   */
  private static final class DefaultWalk<T> implements Walk<T> {
    private final Walker<T> walker;

    /** The number of methods that use the walker, as one may be called in the action of another. */
    private final AtomicInteger users = new AtomicInteger();

    private volatile boolean isClosed;

    DefaultWalk(Walker<T> walker) {
      this.walker = walker;
    }

    @Override
    public boolean hasNext() {
      users.incrementAndGet();
      try {
        return findNext();
      } finally {
        leave();
      }
    }

    @Override
    public T next() {
      users.incrementAndGet();
      try {
        if (!findNext()) {
          throw new NoSuchElementException(
              isClosed
                  ? "the walk is closed; start a new one from its checkpoint"
                  : "the list has no more items");
        }
        return walker.takeItem();
      } finally {
        leave();
      }
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
      requireNonNull(action, "action == null");
      while (deliverNext(action)) {
        // Continues.
      }
    }

    /** Calls the action with the next item. Returns false at the end of the walk. */
    boolean deliverNext(Consumer<? super T> action) {
      users.incrementAndGet();
      try {
        boolean isFound = findNext();
        if (isFound) {
          walker.deliver(action);
        }
        return isFound;
      } finally {
        leave();
      }
    }

    private boolean findNext() {
      boolean isFound = walker.hasItem();
      while (!isFound && walker.fetch()) {
        isFound = walker.hasItem();
      }
      return isFound;
    }

    private void leave() {
      if (users.decrementAndGet() == 0 && isClosed) {
        end();
      }
    }

    @Override
    public Receipt receipt() {
      return walker.receipt();
    }

    @Override
    public Checkpoint checkpoint() {
      return walker.checkpoint();
    }

    @Override
    public void close() {
      isClosed = true;
      walker.cancel();
      end();
    }

    private void end() {
      if (users.compareAndSet(0, 1)) {
        try {
          walker.end();
        } finally {
          users.decrementAndGet();
        }
      }
    }
  }
}
