package ai.withcortex.client.watching;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.Failures;
import ai.withcortex.client.internal.WaitTimer;
import ai.withcortex.client.paging.Feeds;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.core.error.CortexCanceledException;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.reactivestreams.Publisher;

/** Creates watches for lists other than those of {@link ai.withcortex.client.WorkflowHandle}. */
public final class Watches {
  private Watches() {}

  /**
   * Returns a watch for a list whose pages come from the given source. The list must start with the
   * newest item. If you close the client that the source uses, the watch does not notice before its
   * next poll.
   *
   * @param firstPage the number of the first page of the list, 0 or 1
   * @param take the number of items to request per page, at least 1; with 20 or more, polls are
   *     exact
   * @param state returns the part of an item to compare, such as its status; keep it short, because
   *     positions contain it
   * @param isEnded returns whether a state is final; the watch follows items whose state is not
   *     final, see {@link WatchOptions#followLimit}
   * @throws IllegalArgumentException if the first page is greater than 1, or if the position in the
   *     options belongs to a different query
   */
  public static <T> Watch<T> of(
      PageSource<T> source,
      int firstPage,
      int take,
      Function<? super T, String> state,
      Predicate<? super String> isEnded,
      WatchOptions options) {
    requireNonNull(source, "source == null");
    requireNonNull(state, "state == null");
    requireNonNull(isEnded, "isEnded == null");
    requireNonNull(options, "options == null");
    if (firstPage > 1) {
      throw new IllegalArgumentException(
          "Expected first page 0 or 1, found " + firstPage + "; a watch reads the newest items");
    }
    WatchedList<T> list = new WatchedList<>(source, firstPage, take, state, isEnded);
    return of(list, options, WaitTimer.RealTime.INSTANCE);
  }

  static <T> Watch<T> of(WatchedList<T> list, WatchOptions options, WaitTimer timer) {
    WatchPosition position = options.position();
    if (position != null && position.query != list.query) {
      throw new IllegalArgumentException(
          "Expected a position of this query, found one of a different query; use the same IDs,"
              + " filters, verbose, next, and first page as the watch that created it");
    }
    return new DefaultWatch<>(() -> new Watcher<>(list, options, timer));
  }

  /** Starts a separate watch for each iterator, stream, action, or subscription. */
  private static final class DefaultWatch<T> implements Watch<T> {
    private final Supplier<Watcher<T>> watchers;

    DefaultWatch(Supplier<Watcher<T>> watchers) {
      this.watchers = watchers;
    }

    @Override
    public ChangeIterator<T> iterator() {
      return new DefaultChangeIterator<>(watchers.get());
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
      Watcher<T> watcher = watchers.get();
      return Feeds.start(watcher, action, watcher::position);
    }

    @Override
    public Publisher<Change<T>> publisher() {
      return Feeds.publisher(watchers);
    }
  }

  /** An iterator that blocks until there is a change. */
  private static final class DefaultChangeIterator<T> implements ChangeIterator<T> {
    private final Watcher<T> watcher;

    DefaultChangeIterator(Watcher<T> watcher) {
      this.watcher = watcher;
    }

    @Override
    public boolean hasNext() {
      while (!watcher.hasItem()) {
        if (watcher.isRead()) {
          return false;
        }
        await(watcher.fetchAsync());
      }
      return true;
    }

    private void await(CompletableFuture<Boolean> fetch) {
      try {
        fetch.get();
      } catch (InterruptedException e) {
        watcher.interrupt();
        // Waits for the pending poll, which can change the watcher until it has ended.
        fetch.exceptionally(failure -> false).join();
        Thread.currentThread().interrupt();
        throw new CortexCanceledException(
            "The wait for a change ended because its thread was interrupted", e);
      } catch (ExecutionException e) {
        Throwable failure = Failures.cause(e);
        // The stack trace of the failure comes from a different thread and does not show the
        // waiting code.
        failure.addSuppressed(new IllegalStateException("The watch waited for the change here"));
        throw Failures.unchecked(failure);
      }
    }

    @Override
    public Change<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the watch has ended");
      }
      return watcher.takeItem();
    }

    @Override
    public WatchPosition position() {
      return watcher.position();
    }

    @Override
    public void close() {
      watcher.cancel();
    }
  }
}
