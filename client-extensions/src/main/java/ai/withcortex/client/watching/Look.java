package ai.withcortex.client.watching;

import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.Promise;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One walk over what is watched. It is what {@code forEachAsync} does, on Android 5 and 6 as well.
 */
final class Look<T> implements Subscriber<T> {
  private final Consumer<? super T> action;
  private final Promise<Receipt> end = new Promise<>();
  private volatile @Nullable Receipt receipt;

  /** Calls the action with each item; whatever ends the promise ends the walk. */
  static <T> Promise<Receipt> at(
      PagedIterable<T> list, WalkOptions options, Consumer<? super T> action) {
    Look<T> look = new Look<>(action);
    list.publisher(options.toBuilder().onEnd(receipt -> look.receipt = receipt).build())
        .subscribe(look);
    return look.end;
  }

  private Look(Consumer<? super T> action) {
    this.action = action;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    end.whenDone((receipt, failure) -> subscription.cancel());
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T item) {
    try {
      action.accept(item);
    } catch (Throwable e) {
      // There is no other way to hear of it, and the walk ends with the promise.
      end.fail(e);
    }
  }

  @Override
  public void onError(Throwable failure) {
    end.fail(failure);
  }

  @Override
  public void onComplete() {
    Receipt told = receipt;
    if (told == null) {
      end.fail(new IllegalStateException("the walk has ended without a receipt"));
    } else {
      end.complete(told);
    }
  }
}
