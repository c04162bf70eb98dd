package ai.withcortex.core;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/**
 * Makes the {@code Call}s of Retrofit interfaces cancellable as a whole, and has what others make
 * of calls fail with a list that cannot be read as a whole.
 *
 * <p>It also keeps Retrofit from its default on Android, which runs callbacks on the main thread
 * and would let a program that waits there for a future wait for ever.
 */
final class HookedCallFactory extends CallAdapter.Factory {
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
