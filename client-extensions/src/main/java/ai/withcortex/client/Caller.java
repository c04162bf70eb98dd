package ai.withcortex.client;

import ai.withcortex.client.internal.Failures;
import ai.withcortex.core.ApiResponse;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.Credentials;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Sends the calls of a handle, with its credentials. Immutable. */
final class Caller {
  final ClientContext context;
  final @Nullable Credentials credentials;

  Caller(ClientContext context, @Nullable Credentials credentials) {
    this.context = context;
    this.credentials = credentials;
  }

  /** Returns the limits with the credentials of the handle. */
  CallLimits limits(CallLimits limits) {
    return credentials == null ? limits : limits.credentials(credentials);
  }

  <S, T> T call(Class<S> api, Function<? super S, Call<T>> operation) {
    return call(api, operation, CallLimits.NONE);
  }

  <S, T> T call(Class<S> api, Function<? super S, Call<T>> operation, CallLimits limits) {
    return context.transport.execute(made(api, operation), limits(limits)).body();
  }

  /** Sends a call without blocking; canceling the future ends the call. */
  <S, T> CompletableFuture<T> callAsync(Class<S> api, Function<? super S, Call<T>> operation) {
    return callAsync(api, operation, CallLimits.NONE);
  }

  /** Sends a call with limits without blocking; canceling the future ends the call. */
  <S, T> CompletableFuture<T> callAsync(
      Class<S> api, Function<? super S, Call<T>> operation, CallLimits limits) {
    CompletableFuture<ApiResponse<T>> sent =
        context.transport.executeAsync(made(api, operation), limits(limits));
    return then(sent, ApiResponse::body);
  }

  /** Returns a future with a value made of that of another one, which it cancels. */
  static <T, R> CompletableFuture<R> then(
      CompletableFuture<T> sent, Function<? super T, ? extends R> function) {
    return then(sent, function, failure -> failure);
  }

  /** Returns a future like {@link #then(CompletableFuture, Function)}, with another failure. */
  static <T, R> CompletableFuture<R> then(
      CompletableFuture<T> sent,
      Function<? super T, ? extends R> function,
      UnaryOperator<Throwable> failing) {
    CompletableFuture<R> result = new CompletableFuture<>();
    CompletableFuture<?> unused =
        sent.whenComplete(
            (value, failure) -> {
              if (failure != null) {
                result.completeExceptionally(failing.apply(Failures.cause(failure)));
                return;
              }
              try {
                result.complete(function.apply(value));
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
    unused = result.whenComplete((any, failure) -> sent.cancel(true));
    return result;
  }

  private <S, T> Call<T> made(Class<S> api, Function<? super S, Call<T>> operation) {
    return operation.apply(context.transport.api(api));
  }
}
