package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;

/** What the TCK of Reactive Streams verifies: publishers of lists of numbers in small pages. */
final class TckPublisher extends PublisherVerification<Long> {
  private static final int TAKE = 4;

  /** How long to wait for a signal, which comes much earlier. */
  private static final long LIMIT_MILLIS = 30_000;

  /** How long to wait for a signal that must not come. */
  private static final long SILENCE_MILLIS = 50;

  /** How often to look for an error that is expected. */
  private static final long POLL_MILLIS = 10;

  private final Executor answers;
  private final WalkOptions options;

  /**
   * @param answers what the pages are made on
   */
  TckPublisher(Executor answers, int prefetch) {
    super(new TestEnvironment(LIMIT_MILLIS, SILENCE_MILLIS, POLL_MILLIS));
    this.answers = answers;
    options = WalkOptions.builder().prefetch(prefetch).build();
  }

  @Override
  public Publisher<Long> createPublisher(long elements) {
    return publisher((number, take) -> page(elements, number, take));
  }

  /** Nothing fails before there is demand, of which the TCK has none here. */
  @Override
  public Publisher<Long> createFailedPublisher() {
    Publisher<Long> failing =
        publisher(
            (number, take) -> {
              throw new IllegalStateException("down");
            });
    return subscriber -> failing.subscribe(new Asking<>(subscriber));
  }

  private Publisher<Long> publisher(TestSource<Long> pages) {
    PageSource<Long> source =
        new PageSource<>() {
          @Override
          public CompletableFuture<Page<Long>> fetchAsync(PageRequest request) {
            CompletableFuture<Integer> turn = new CompletableFuture<>();
            answers.execute(() -> turn.complete(request.number()));
            return turn.thenApply(number -> pages.page(number, request.take()));
          }

          @Override
          public String identity(Long item) {
            return pages.identity(item);
          }

          @Override
          public String query() {
            return pages.query();
          }
        };
    return PagedIterables.of(source, 1, TAKE).publisher(options);
  }

  private static Page<Long> page(long size, int number, int take) {
    long start = Math.min(size, Math.max(0L, number - 1L) * take);
    long end = Math.min(size, start + take);
    return Page.<Long>builder()
        .items(LongStream.range(start, end).boxed().toList())
        .number(Math.max(1, number))
        .take(take)
        .isTakeConfirmed(true)
        .totalCount(size)
        .build();
  }

  /** Asks for an item in the place of a subscriber that does not. */
  private record Asking<T>(Subscriber<? super T> subscriber) implements Subscriber<T> {
    @Override
    public void onSubscribe(Subscription subscription) {
      subscriber.onSubscribe(subscription);
      subscription.request(1);
    }

    @Override
    public void onNext(T item) {
      subscriber.onNext(item);
    }

    @Override
    public void onError(Throwable failure) {
      subscriber.onError(failure);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
  }
}
