package ai.withcortex.client.internal.awaiting;

import ai.withcortex.client.internal.Failures;
import ai.withcortex.core.error.CortexCanceledException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Sends requests whose answers exist, and can be canceled, before they are sent. */
final class Sending {
  private Sending() {}

  /** Sends a request, unless it was canceled, and passes its answer on. */
  static <T> void send(CompletableFuture<T> answer, Supplier<CompletableFuture<T>> call) {
    if (answer.isDone()) {
      return;
    }
    try {
      CompletableFuture<T> sent = call.get();
      CompletableFuture<?> unused =
          sent.whenComplete(
              (value, failure) -> {
                if (failure == null) {
                  answer.complete(value);
                } else {
                  answer.completeExceptionally(Failures.cause(failure));
                }
              });
      unused = answer.whenComplete((any, failure) -> sent.cancel(true));
    } catch (Throwable e) {
      // Nothing else would complete the future.
      answer.completeExceptionally(e);
    }
  }

  /** Returns whether a request failed because somebody canceled it. */
  static boolean isCanceled(Throwable failure) {
    return failure instanceof CortexCanceledException || failure instanceof CancellationException;
  }
}
