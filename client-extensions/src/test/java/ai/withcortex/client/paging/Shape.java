package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

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
      stream(list.walk(options)).forEach(action);
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
      subscribe(list, options, action, Long.MAX_VALUE);
    }
  };

  /** Throws what the walk fails with. */
  abstract <T> void read(PagedIterable<T> list, WalkOptions options, Consumer<T> action);

  /** Returns the items of a walk; each one is delivered before an operation gets it. */
  static <T> Stream<T> stream(Walk<T> walk) {
    return Stream.iterate(walk, Walk::hasNext, same -> same).map(Walk::next);
  }

  /** Cancels the subscription after so many items. */
  static <T> void subscribe(
      PagedIterable<T> list, WalkOptions options, Consumer<T> action, long most) {
    FewAtATime<T> subscriber = new FewAtATime<>(action, most);
    list.publisher(options).subscribe(subscriber);
    join(subscriber.end);
  }

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
    private long left;

    FewAtATime(Consumer<T> action, long most) {
      this.action = action;
      left = most;
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
      left--;
      if (left == 0) {
        requireNonNull(subscription).cancel();
        end.complete(null);
      } else if (open == 0) {
        ask(requireNonNull(subscription));
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
