package ai.withcortex.testing.reactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A subscriber whose demand, and whose patience, are the test's. */
final class QueuedSignals<T> implements Subscriber<T> {
  private static final Object END = "end";

  private final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();
  private final BlockingQueue<Subscription> subscriptions = new LinkedBlockingQueue<>();

  void request(long count) {
    subscriptions.element().request(count);
  }

  void cancel() {
    subscriptions.element().cancel();
  }

  /** The next signals: items, or what the list fails with. */
  List<Object> next(int count) throws InterruptedException {
    List<Object> next = new ArrayList<>();
    while (next.size() < count) {
      Object signal = signals.poll(1, TimeUnit.MINUTES);
      assertNotNull(signal, "no signal after " + next);
      next.add(signal);
    }
    return next;
  }

  void assertEnd() throws InterruptedException {
    assertEquals(List.of(END), next(1));
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscriptions.add(subscription);
  }

  @Override
  public void onNext(T item) {
    signals.add(item);
  }

  @Override
  public void onError(Throwable failure) {
    signals.add(failure);
  }

  @Override
  public void onComplete() {
    signals.add(END);
  }
}
