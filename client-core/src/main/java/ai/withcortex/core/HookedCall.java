package ai.withcortex.core;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Function;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;

/**
 * A call whose cancellation also ends the attempts that the transport makes after the first.
 *
 * @param <T> what the body is read as
 */
final class HookedCall<T> implements Call<T> {
  private final Call<T> call;
  private volatile @Nullable Runnable onCancel;

  HookedCall(Call<T> call) {
    this.call = call;
  }

  /** The call itself, once a hook is on it if it can have one. */
  static <T> Call<T> hook(Call<T> call, Runnable onCancel) {
    if (!(call instanceof HookedCall)) {
      return call;
    }
    HookedCall<T> hooked = (HookedCall<T>) call;
    hooked.onCancel = onCancel;
    return hooked.call;
  }

  @Override
  public void cancel() {
    // First, so that who notices the cancel knows the reason; and again if it came meanwhile.
    boolean isHooked = runHook();
    try {
      call.cancel();
    } finally {
      if (!isHooked) {
        runHook();
      }
    }
  }

  private boolean runHook() {
    Runnable hook = onCancel;
    if (hook != null) {
      hook.run();
    }
    return hook != null;
  }

  @Override
  public Response<T> execute() throws IOException {
    Response<T> response = call.execute();
    UnreadableBodyException problem = PartialList.problemIn(response.body());
    if (problem != null) {
      throw problem;
    }
    return response;
  }

  @Override
  public void enqueue(Callback<T> callback) {
    call.enqueue(
        new Callback<T>() {
          @Override
          public void onResponse(Call<T> inner, Response<T> response) {
            UnreadableBodyException problem = PartialList.problemIn(response.body());
            if (problem == null) {
              callback.onResponse(HookedCall.this, response);
            } else {
              callback.onFailure(HookedCall.this, problem);
            }
          }

          @Override
          public void onFailure(Call<T> inner, Throwable failure) {
            callback.onFailure(HookedCall.this, failure);
          }
        });
  }

  @Override
  public boolean isExecuted() {
    return call.isExecuted();
  }

  @Override
  public boolean isCanceled() {
    return call.isCanceled();
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone() makes a call to send again.
  public Call<T> clone() {
    return new HookedCall<>(call.clone());
  }

  @Override
  public Request request() {
    return call.request();
  }

  @Override
  public Timeout timeout() {
    return call.timeout();
  }

  /**
   * Makes the {@code Call}s of Retrofit interfaces cancellable as a whole, and has what others make
   * of calls fail with a list that cannot be read as a whole.
   *
   * <p>It also keeps Retrofit from its default on Android, which runs callbacks on the main thread
   * and would let a program that waits there for a future wait for ever.
   */
  static final class Factory extends CallAdapter.Factory {
    @Override
    public @Nullable CallAdapter<?, ?> get(Type type, Annotation[] annotations, Retrofit retrofit) {
      if (getRawType(type) != Call.class || !(type instanceof ParameterizedType)) {
        return over(retrofit.nextCallAdapter(this, type, annotations));
      }
      return adapter(getParameterUpperBound(0, (ParameterizedType) type), HookedCall::new);
    }

    private static <R, T> CallAdapter<R, T> over(CallAdapter<R, T> other) {
      return adapter(other.responseType(), call -> other.adapt(new HookedCall<>(call)));
    }

    private static <R, T> CallAdapter<R, T> adapter(Type responseType, Function<Call<R>, T> adapt) {
      return new CallAdapter<R, T>() {
        @Override
        public Type responseType() {
          return responseType;
        }

        @Override
        public T adapt(Call<R> call) {
          return adapt.apply(call);
        }
      };
    }
  }
}
