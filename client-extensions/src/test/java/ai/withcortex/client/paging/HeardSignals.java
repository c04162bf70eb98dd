package ai.withcortex.client.paging;

import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Writes down what a publisher says, and asks for nothing by itself. */
final class HeardSignals<T> implements Subscriber<T> {
  /** Items and failures as they came, and {@code "end"}. */
  final List<Object> signals = new ArrayList<>();

  private final List<Subscription> subscriptions = new ArrayList<>();

  static <T> HeardSignals<T> of(Publisher<T> publisher) {
    HeardSignals<T> heard = new HeardSignals<>();
    publisher.subscribe(heard);
    return heard;
  }

  private HeardSignals() {}

  void request(long count) {
    subscriptions.get(0).request(count);
  }

  void cancel() {
    subscriptions.get(0).cancel();
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
    signals.add("end");
  }
}
