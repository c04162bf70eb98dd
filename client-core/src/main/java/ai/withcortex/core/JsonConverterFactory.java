package ai.withcortex.core;

import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/**
 * Reads bodies with {@link JsonBodyConverter} and writes them as Retrofit's Moshi converter does.
 */
final class JsonConverterFactory extends Converter.Factory {
  private final Moshi moshi;
  private final BodyLimits limits;
  private final DriftReporting drift;
  private final boolean isPartial;
  private final MoshiConverterFactory requests;

  /**
   * @param isPartial whether lists are read as {@link PartialList}
   */
  JsonConverterFactory(Moshi moshi, BodyLimits limits, DriftReporting drift, boolean isPartial) {
    this.isPartial = isPartial;
    this.moshi = moshi;
    this.limits = limits;
    this.drift = drift;
    this.requests = MoshiConverterFactory.create(moshi);
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    DriftReporting ofMethod = drift.of(Route.of(annotations));
    if (isPartial && getRawType(type) == List.class && type instanceof ParameterizedType) {
      Type elements = getParameterUpperBound(0, (ParameterizedType) type);
      return new PartialListConverter<>(moshi.adapter(elements), limits, ofMethod);
    }
    return new JsonBodyConverter<>(moshi.adapter(type), limits, ofMethod);
  }

  @Override
  public @Nullable Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    return requests.requestBodyConverter(type, parameterAnnotations, methodAnnotations, retrofit);
  }
}
