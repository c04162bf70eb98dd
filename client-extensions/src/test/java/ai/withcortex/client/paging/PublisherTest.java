package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What subscribers are told, and when the source is asked, one step after the other. */
final class PublisherTest {
  private static final int TAKE = 4;

  private final HeldSource source = new HeldSource(new FakePages(6));
  private final List<Receipt> receipts = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void nothingIsFetchedBeforeDemand(int prefetch) {
    HeardSignals<Integer> heard = subscribe(prefetch);
    assertEquals(0, source.answers.size());
    heard.request(1);
    assertEquals(1, source.answers.size());
  }

  @Test
  void onePageIsFetchedForWhatIsOnIt() {
    HeardSignals<Integer> heard = subscribe(0);
    heard.request(1);
    source.answer(0);
    assertEquals(List.of(0), heard.signals);
    heard.request(2);
    heard.request(1);
    assertEquals(List.of(0, 1, 2, 3), heard.signals);
    assertEquals(1, source.answers.size());
    heard.request(1);
    assertEquals(2, source.answers.size());
  }

  /** The signals come one after the other (rule 1.3), even if a page is there at once. */
  @Test
  void nothingComesBeforeTheSubscriptionIsTaken() {
    List<Object> signals = new ArrayList<>();
    Subscriber<Integer> greedy = mock();
    doAnswer(
            call -> {
              Subscription subscription = call.getArgument(0);
              subscription.request(1);
              signals.add("subscribed");
              subscription.request(1);
              return null;
            })
        .when(greedy)
        .onSubscribe(any());
    doAnswer(call -> signals.add(call.getArgument(0))).when(greedy).onNext(any());
    PagedIterables.of(new FakePages(6), 1, TAKE).publisher().subscribe(greedy);

    assertEquals(List.of("subscribed", 0, 1), signals);
  }

  /** A subscription counts as canceled if the subscriber throws when it gets it (rule 2.13). */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsIfTheSubscriptionIsNotTaken(boolean requests) {
    IllegalStateException failure = new IllegalStateException("no");
    Subscriber<Integer> failing = mock();
    doAnswer(
            call -> {
              if (requests) {
                call.<Subscription>getArgument(0).request(1);
              }
              throw failure;
            })
        .when(failing)
        .onSubscribe(any());
    WalkOptions options = WalkOptions.builder().onEnd(receipts::add).build();
    Publisher<Integer> publisher = PagedIterables.of(new FakePages(6), 1, TAKE).publisher(options);

    assertSame(
        failure, assertThrows(IllegalStateException.class, () -> publisher.subscribe(failing)));
    assertEquals(List.of(0L), receipts.stream().map(Receipt::delivered).toList());
    verify(failing, never()).onNext(any());
  }

  @Test
  void requestDoesNotWaitForTheAnswer() {
    HeardSignals<Integer> heard = subscribe(0);
    heard.request(1);
    heard.request(Long.MAX_VALUE);
    assertEquals(List.of(), heard.signals);
    assertEquals(1, source.answers.size());
  }

  @Test
  void nothingFollowsTheEnd() {
    HeardSignals<Integer> heard = subscribe(0);
    heard.request(10);
    for (int i = 0; source.open() > 0; i++) {
      source.answer(i);
    }
    List<Object> all = List.of(0, 1, 2, 3, 4, 5, "end");
    assertEquals(all, heard.signals);
    heard.request(1);
    heard.request(0);
    heard.cancel();
    assertEquals(all, heard.signals);
    assertEquals(List.of(6L), receipts.stream().map(Receipt::delivered).toList());
  }

  @Test
  void nothingFollowsAFailure() {
    HeardSignals<Integer> heard = subscribe(0);
    heard.request(10);
    RuntimeException failure = new IllegalStateException("down");
    source.fail(0, failure);
    heard.request(1);
    heard.request(0);
    heard.cancel();
    assertEquals(List.of(failure), heard.signals);
    assertEquals(1, source.answers.size());
    assertEquals(List.of(0L), receipts.stream().map(Receipt::delivered).toList());
  }

  @Test
  void nothingFollowsACancel() {
    HeardSignals<Integer> heard = subscribe(0);
    heard.request(10);
    heard.cancel();
    assertEquals(1, source.canceled());
    heard.cancel();
    heard.request(1);
    heard.request(0);
    source.answer(0);
    assertEquals(List.of(), heard.signals);
    assertEquals(1, source.answers.size());
    assertEquals(List.of(0L), receipts.stream().map(Receipt::delivered).toList());
  }

  @Test
  void cancelEndsTheRequestsOnTheirWay() {
    HeldSource held = new HeldSource(new FakePages(100));
    HeardSignals<Integer> heard = subscribe(held, 4);
    heard.request(5);
    held.answer(0);
    assertEquals(4, held.open());
    heard.cancel();
    assertEquals(4, held.canceled());
    assertEquals(1, receipts.size());
  }

  /** Its numbers would be those of half an answer. */
  @Test
  void noReceiptIsMadeWhileAnAnswerIsRead() {
    CompletableFuture<Page<Integer>> answer = new CompletableFuture<>();
    List<HeardSignals<Integer>> heard = new ArrayList<>();
    TestSource<Integer> source =
        new TestSource<>() {
          @Override
          public Page<Integer> page(int number, int take) {
            return new FakePages(6).page(number, take);
          }

          @Override
          public CompletableFuture<Page<Integer>> fetchAsync(PageRequest request) {
            return answer;
          }

          @Override
          public String identity(Integer item) {
            heard.get(0).cancel();
            assertEquals(List.of(), receipts);
            return String.valueOf(item);
          }
        };
    heard.add(subscribe(source, 0));
    heard.get(0).request(1);
    answer.complete(source.page(1, TAKE));
    assertEquals(List.of(6L), receipts.stream().map(Receipt::totalCountAtStart).toList());
    assertEquals(List.of(), heard.get(0).signals);
  }

  @Test
  void aSourceThatThrowsEndsTheSubscription() {
    RuntimeException failure = new IllegalStateException("down");
    TestSource<Integer> throwing =
        (number, take) -> {
          throw failure;
        };
    HeardSignals<Integer> heard = HeardSignals.of(PagedIterables.of(throwing, 1, TAKE).publisher());
    heard.request(1);
    assertEquals(List.of(failure), heard.signals);
  }

  /** The failure of the last signal reaches the code that led to it, and nobody else. */
  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE})
  void nothingFollowsALastSignalThatThrows(long demand) {
    IllegalStateException failure = new IllegalStateException("mine");
    List<String> last = new ArrayList<>();
    List<Subscription> subscriptions = new ArrayList<>();
    WalkOptions options = WalkOptions.builder().onEnd(receipts::add).build();
    PagedIterables.of(new FakePages(6), 1, TAKE)
        .publisher(options)
        .subscribe(
            new Subscriber<>() {
              @Override
              public void onSubscribe(Subscription subscription) {
                subscriptions.add(subscription);
              }

              @Override
              public void onNext(Integer item) {}

              @Override
              public void onError(Throwable met) {
                last.add("onError");
                throw failure;
              }

              @Override
              public void onComplete() {
                last.add("onComplete");
                throw failure;
              }
            });

    Subscription subscription = subscriptions.get(0);
    assertSame(
        failure, assertThrows(IllegalStateException.class, () -> subscription.request(demand)));
    subscription.request(1);
    subscription.cancel();
    assertEquals(List.of(demand == 0 ? "onError" : "onComplete"), last);
    assertEquals(1, receipts.size());
  }

  @Test
  void aBadRequestIsReportedEvenIfTheListenerThrows() {
    IllegalStateException failure = new IllegalStateException("mine");
    WalkOptions options =
        WalkOptions.builder()
            .onEnd(
                receipt -> {
                  throw failure;
                })
            .build();
    HeardSignals<Integer> heard =
        HeardSignals.of(PagedIterables.of(source, 1, TAKE).publisher(options));
    heard.request(0);

    IllegalArgumentException bad =
        assertInstanceOf(IllegalArgumentException.class, heard.signals.get(0));
    assertEquals(List.of(failure), List.of(bad.getSuppressed()));
    assertEquals(1, heard.signals.size());
  }

  @Test
  void aResultThatThrowsFailsTheFuture() {
    IllegalStateException failure = new IllegalStateException("mine");
    Feed<Integer> empty = mock();
    when(empty.isRead()).thenReturn(true);
    CompletableFuture<Object> end =
        Feeds.start(
            empty,
            item -> {},
            () -> {
              throw failure;
            });

    assertSame(failure, assertThrows(CompletionException.class, end::join).getCause());
  }

  private HeardSignals<Integer> subscribe(int prefetch) {
    return subscribe(source, prefetch);
  }

  private HeardSignals<Integer> subscribe(PageSource<Integer> source, int prefetch) {
    WalkOptions options = WalkOptions.builder().prefetch(prefetch).onEnd(receipts::add).build();
    return HeardSignals.of(PagedIterables.of(source, 1, TAKE).publisher(options));
  }
}
