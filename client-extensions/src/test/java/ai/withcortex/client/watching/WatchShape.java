package ai.withcortex.client.watching;

import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The ways in which a watch can be read, up to its end or until the action has had enough. */
enum WatchShape {
  ITERATOR {
    @Override
    <T> void read(Watch<T> watch, Predicate<Change<T>> wantsMore) {
      try (ChangeIterator<T> changes = watch.iterator()) {
        while (changes.hasNext() && wantsMore.test(changes.next())) {
          // Goes on.
        }
      }
    }
  },

  STREAM {
    @Override
    <T> void read(Watch<T> watch, Predicate<Change<T>> wantsMore) {
      try (Stream<Change<T>> stream = watch.stream()) {
        Iterator<Change<T>> changes = stream.iterator();
        while (changes.hasNext() && wantsMore.test(changes.next())) {
          // Goes on.
        }
      }
    }
  },

  ASYNC {
    @Override
    <T> void read(Watch<T> watch, Predicate<Change<T>> wantsMore) {
      IllegalStateException enough = new IllegalStateException("enough");
      try {
        join(
            watch.forEachAsync(
                change -> {
                  if (!wantsMore.test(change)) {
                    throw enough;
                  }
                }));
      } catch (IllegalStateException e) {
        if (e != enough) {
          throw e;
        }
      }
    }
  },

  PUBLISHER {
    @Override
    <T> void read(Watch<T> watch, Predicate<Change<T>> wantsMore) {
      OneAtATime<T> subscriber = new OneAtATime<>(wantsMore);
      watch.publisher().subscribe(subscriber);
      join(subscriber.end);
    }
  };

  /** Throws what the watch fails with. */
  abstract <T> void read(Watch<T> watch, Predicate<Change<T>> wantsMore);

  private static void join(CompletableFuture<?> end) {
    try {
      end.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    }
  }

  private static final class OneAtATime<T> implements Subscriber<Change<T>> {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Predicate<Change<T>> wantsMore;
    private @Nullable Subscription subscription;

    OneAtATime(Predicate<Change<T>> wantsMore) {
      this.wantsMore = wantsMore;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(Change<T> change) {
      if (subscription == null) {
        throw new AssertionError("no subscription");
      }
      if (wantsMore.test(change)) {
        subscription.request(1);
      } else {
        subscription.cancel();
        end.complete(null);
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
