package ai.withcortex.core;

import ai.withcortex.core.json.ModelReader;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.util.List;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Receives a body as a whole, so that a connection that breaks is no JSON that ends early, and
 * reads it once, strictly and to its end.
 *
 * @param <T> what the body is read as
 */
final class JsonBodyConverter<T> implements Converter<ResponseBody, T> {
  private final Content<T> content;
  private final BodyLimits limits;
  private final DriftReporting drift;

  private JsonBodyConverter(Content<T> content, BodyLimits limits, DriftReporting drift) {
    this.content = content;
    this.limits = limits;
    this.drift = drift;
  }

  /** What reads one value, which is null if the adapter says so. */
  static <T> JsonBodyConverter<T> of(
      JsonAdapter<T> adapter, BodyLimits limits, DriftReporting drift) {
    Content<T> value =
        (document, bytes, count) -> {
          T read = document.readDocument(adapter);
          drift.tell(count);
          return read;
        };
    return new JsonBodyConverter<>(value, limits, drift);
  }

  /** What reads a list as far as it can be read; see {@link PartialList#problemIn}. */
  static <E> JsonBodyConverter<List<E>> ofList(
      JsonAdapter<E> elements, BodyLimits limits, DriftReporting drift) {
    Content<List<E>> list =
        (document, bytes, count) ->
            PartialList.read(document, elements, bytes, () -> drift.tell(count));
    return new JsonBodyConverter<>(list, limits, drift);
  }

  /** Returns null if the body is empty or the JSON value {@code null}. */
  @Override
  public @Nullable T convert(ResponseBody body) throws IOException {
    byte[] bytes;
    try (BufferedSource source = Okio.buffer(new LimitedSource(body.source(), limits.bytes))) {
      bytes = source.readByteArray();
    }
    DriftCount count = new DriftCount();
    ModelReader document = ModelReader.of(bytes, limits.levels, drift.sink(count));
    document.skipByteOrderMark();
    if (document.isExhausted()) {
      return null;
    }
    try {
      return content.read(document, bytes.length, count);
    } catch (IOException | RuntimeException e) {
      // Adapters run code of every kind, and all of it may fail on data, not on I/O alone.
      throw UnreadableBodyException.of(e, document.pathOfFailure());
    }
  }

  private interface Content<T> {
    @Nullable T read(ModelReader document, int bytes, DriftCount count) throws IOException;
  }
}
