package ai.withcortex.core.body;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.http.RouteTemplate;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.OpenEnum;
import ai.withcortex.core.parameter.Delimited;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;
import retrofit2.http.Part;

/**
 * Reads bodies with {@link JsonBodyConverter} and writes them like Retrofit's Moshi converter.
 *
 * <p>A scalar form part is sent as text, which is the default in OpenAPI.
 */
public final class JsonConverterFactory extends Converter.Factory {
  private static final MediaType TEXT = MediaType.get("text/plain; charset=UTF-8");

  private final Moshi moshi;
  private final BodyLimits limits;
  private final DriftReporting drift;
  private final MoshiConverterFactory requests;

  /** List types without a custom adapter, which are read element by element. */
  private final Set<Type> ownLists = ConcurrentHashMap.newKeySet();

  public JsonConverterFactory(Moshi moshi, BodyLimits limits, DriftReporting drift) {
    // Added after the user's adapters but before Moshi's own, which accept 5 as a string.
    this.moshi = moshi.newBuilder().add(JsonConverterFactory::scalar).add(this::noteList).build();
    this.limits = limits;
    this.drift = drift;
    this.requests = MoshiConverterFactory.create(this.moshi);
  }

  /**
   * Records a list type. Moshi asks this factory only if the user's adapters do not handle the
   * type.
   */
  private @Nullable JsonAdapter<?> noteList(
      Type type, Set<? extends Annotation> annotations, Moshi any) {
    if (getRawType(type) == List.class && type instanceof ParameterizedType) {
      ownLists.add(type);
    }
    return null;
  }

  private static @Nullable JsonAdapter<?> scalar(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    return annotations.isEmpty() ? JsonAdapters.scalar(type) : null;
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    DriftReporting ofMethod = drift.of(RouteTemplate.of(annotations));
    JsonAdapter<?> adapter = moshi.adapter(type);
    if (ownLists.contains(type)) {
      Type elements = getParameterUpperBound(0, (ParameterizedType) type);
      return JsonBodyConverter.ofList(moshi.adapter(elements), limits, ofMethod);
    }
    return JsonBodyConverter.of(adapter, limits, ofMethod);
  }

  /**
   * Reads the body of an error response.
   *
   * @throws CortexDataException if the body is not the expected JSON
   */
  public <T> T read(CortexApiException failure, Class<T> type) {
    return JsonBodyConverter.of(moshi.<T>adapter(type), limits, drift).read(failure);
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    if (isText(type) && Arrays.stream(parameterAnnotations).anyMatch(Part.class::isInstance)) {
      return value -> RequestBody.create(String.valueOf(value), TEXT);
    }
    return requests.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
  }

  private static boolean isText(Type type) {
    Class<?> raw = getRawType(type);
    return raw.isPrimitive()
        || JsonAdapters.scalar(type) != null
        || OpenEnum.class.isAssignableFrom(raw);
  }

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return getRawType(type) == Delimited.class ? DelimitedConverter.of(annotations) : null;
  }
}
