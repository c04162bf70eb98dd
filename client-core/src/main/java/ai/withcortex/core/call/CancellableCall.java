package ai.withcortex.core.call;

import ai.withcortex.core.body.ReadList;
import ai.withcortex.core.body.UnreadableBodyException;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
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
 * A call whose cancellation also prevents the transport's retries.
 *
 * @param <T> the type of the decoded body
 */
public final class CancellableCall<T> implements Call<T> {
  /** The calls that cannot have a hook and were taken to be sent; copies of them are sent. */
  private static final Set<Call<?>> TAKEN =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private volatile Call<T> call;
  private volatile @Nullable Runnable canceled;
  private volatile boolean isCanceled;

  public CancellableCall(Call<T> call) {
    this.call = call;
  }

  /**
   * Sets the hook and returns the wrapped call, or returns the given call if it cannot have a hook.
   */
  public static <T> Call<T> hook(Call<T> call, Runnable canceled) {
    if (!(call instanceof CancellableCall)) {
      return call;
    }
    CancellableCall<T> hooked = (CancellableCall<T>) call;
    hooked.canceled = canceled;
    return hooked.call;
  }

  /** Takes a call to send it. Returns false if it has been sent or taken before. */
  public static boolean take(Call<?> call) {
    return !call.isExecuted() && (call instanceof CancellableCall || TAKEN.add(call));
  }

  /** Returns the call with a request made anew, or a copy of a call that cannot have one. */
  public static <T> Call<T> renewed(Call<T> call) {
    if (!(call instanceof CancellableCall)) {
      return call.clone();
    }
    CancellableCall<T> renewed = (CancellableCall<T>) call;
    renewed.call = renewed.call.clone();
    return renewed;
  }

  @Override
  public void cancel() {
    // Run the hook before the cancellation, so that the reason is known, or afterward if it is set
    // late.
    isCanceled = true;
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
    Runnable hook = canceled;
    if (hook != null) {
      hook.run();
    }
    return hook != null;
  }

  @Override
  public Response<T> execute() throws IOException {
    Response<T> response = call.execute();
    UnreadableBodyException problem = ReadList.problemIn(response.body());
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
            UnreadableBodyException problem = ReadList.problemIn(response.body());
            if (problem == null) {
              callback.onResponse(CancellableCall.this, response);
            } else {
              callback.onFailure(CancellableCall.this, problem);
            }
          }

          @Override
          public void onFailure(Call<T> inner, Throwable failure) {
            callback.onFailure(CancellableCall.this, failure);
          }
        });
  }

  @Override
  public boolean isExecuted() {
    return call.isExecuted();
  }

  @Override
  public boolean isCanceled() {
    return isCanceled || call.isCanceled();
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's clone() is a new call.
  public Call<T> clone() {
    return new CancellableCall<>(call.clone());
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
   * Makes canceling a {@code Call} of a Retrofit interface also stop its retries. Calls through
   * other call adapters fail if their list has unreadable elements.
   *
   * <p>Also replaces Retrofit's default on Android, which runs callbacks on the main thread: a
   * program that waited for a future on that thread would wait forever.
   */
  public static final class Factory extends CallAdapter.Factory {
    @Override
    public @Nullable CallAdapter<?, ?> get(Type type, Annotation[] annotations, Retrofit retrofit) {
      if (getRawType(type) != Call.class || !(type instanceof ParameterizedType)) {
        return over(retrofit.nextCallAdapter(this, type, annotations));
      }
      return adapter(getParameterUpperBound(0, (ParameterizedType) type), CancellableCall::new);
    }

    private static <R, T> CallAdapter<R, T> over(CallAdapter<R, T> other) {
      return adapter(other.responseType(), call -> other.adapt(new CancellableCall<>(call)));
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
