package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Calls an action with every item, and completes a future with what there is to say at the end. */
final class AsyncWalk<T, R> implements Subscriber<T> {
  private final Consumer<? super T> action;
  private final Supplier<R> result;
  private final CompletableFuture<R> future = new CompletableFuture<>();

  static <T, R> CompletableFuture<R> start(
      Feed<T> feed, Consumer<? super T> action, Supplier<R> result) {
    AsyncWalk<T, R> walk = new AsyncWalk<>(action, result);
    walk.onSubscribe(new WalkSubscription<>(feed, walk));
    return walk.future;
  }

  private AsyncWalk(Consumer<? super T> action, Supplier<R> result) {
    this.action = action;
    this.result = result;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    CompletableFuture<?> unused = future.whenComplete((end, failure) -> subscription.cancel());
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T item) {
    try {
      action.accept(item);
    } catch (Throwable e) {
      // The caller has no other way to hear of it, and the walk ends with the future.
      future.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    future.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    future.complete(result.get());
  }
}
