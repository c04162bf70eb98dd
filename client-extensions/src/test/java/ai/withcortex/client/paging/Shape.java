package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The ways in which a walk can be read to its end. */
enum Shape {
  ITERATOR {
    @Override
    <T> void read(PagedIterable<T> list, WalkOptions options, Consumer<T> action) {
      list.walk(options).forEachRemaining(action);
    }
  },

  STREAM {
    @Override
    <T> void read(PagedIterable<T> list, WalkOptions options, Consumer<T> action) {
      Walk<T> walk = list.walk(options);
      Stream.iterate(walk, Walk::hasNext, same -> same).map(Walk::next).forEach(action);
    }
  },

  ASYNC {
    @Override
    <T> void read(PagedIterable<T> list, WalkOptions options, Consumer<T> action) {
      join(list.forEachAsync(action, options));
    }
  },

  PUBLISHER {
    @Override
    <T> void read(PagedIterable<T> list, WalkOptions options, Consumer<T> action) {
      FewAtATime<T> subscriber = new FewAtATime<>(action);
      list.publisher(options).subscribe(subscriber);
      join(subscriber.end);
    }
  };

  /** Throws what the walk fails with. */
  abstract <T> void read(PagedIterable<T> list, WalkOptions options, Consumer<T> action);

  /** Throws what the future fails with. */
  static void join(CompletableFuture<?> end) {
    try {
      end.join();
    } catch (CompletionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  /** Asks for one item, two, three, and so on. */
  private static final class FewAtATime<T> implements Subscriber<T> {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Consumer<T> action;
    private @Nullable Subscription subscription;
    private long asked;
    private long open;

    FewAtATime(Consumer<T> action) {
      this.action = action;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
      ask(subscription);
    }

    private void ask(Subscription subscription) {
      asked++;
      open = asked;
      subscription.request(asked);
    }

    @Override
    public void onNext(T item) {
      if (open == 0) {
        throw new AssertionError("more than was asked for");
      }
      open--;
      action.accept(item);
      if (open == 0 && subscription != null) {
        ask(subscription);
      }
    }

    @Override
    public void onError(Throwable failure) {
      end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      end.complete(null);
    }
  }
}
