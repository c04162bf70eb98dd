package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Calls an action with every item, and completes a future with the receipt. */
final class AsyncWalk<T> implements Subscriber<T> {
  private final Walker<T> walker;
  private final Consumer<? super T> action;
  private final CompletableFuture<Receipt> future = new CompletableFuture<>();

  static <T> CompletableFuture<Receipt> start(Walker<T> walker, Consumer<? super T> action) {
    AsyncWalk<T> walk = new AsyncWalk<>(walker, action);
    walk.onSubscribe(new WalkSubscription<>(walker, walk));
    return walk.future;
  }

  private AsyncWalk(Walker<T> walker, Consumer<? super T> action) {
    this.walker = walker;
    this.action = action;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    CompletableFuture<?> unused = future.whenComplete((receipt, failure) -> subscription.cancel());
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
    future.complete(walker.receipt());
  }
}
