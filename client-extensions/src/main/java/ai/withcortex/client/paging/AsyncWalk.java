package ai.withcortex.client.paging;

import ai.withcortex.core.Promise;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Calls an action with every item, and keeps a promise with what there is to say at the end. */
final class AsyncWalk<T, R> implements Subscriber<T> {
  private final Consumer<? super T> action;
  private final Supplier<R> result;
  private final Promise<R> promise = new Promise<>();

  static <T, R> Promise<R> start(Feed<T> feed, Consumer<? super T> action, Supplier<R> result) {
    AsyncWalk<T, R> walk = new AsyncWalk<>(action, result);
    walk.onSubscribe(new WalkSubscription<>(feed, walk));
    return walk.promise;
  }

  private AsyncWalk(Consumer<? super T> action, Supplier<R> result) {
    this.action = action;
    this.result = result;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    promise.whenDone((end, failure) -> subscription.cancel());
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T item) {
    try {
      action.accept(item);
    } catch (Throwable e) {
      // The caller has no other way to hear of it, and the walk ends with the promise.
      promise.fail(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    promise.fail(failure);
  }

  @Override
  public void onComplete() {
    promise.complete(result.get());
  }
}
