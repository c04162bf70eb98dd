package ai.withcortex.core.body;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.json.ModelReader;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Receives the whole body first, so that a broken connection does not look like truncated JSON, and
 * then reads it once, strictly and to the end.
 *
 * @param <T> the type of the decoded body
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

  /** Returns a converter for one value, which is null if the adapter returns null. */
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

  /**
   * Returns a list converter that reads as many elements as possible; see {@link
   * ReadList#problemIn}.
   */
  static <E> JsonBodyConverter<List<E>> ofList(
      JsonAdapter<E> elements, BodyLimits limits, DriftReporting drift) {
    Content<List<E>> list =
        (document, bytes, count) ->
            ReadList.read(document, elements, bytes, () -> drift.tell(count));
    return new JsonBodyConverter<>(list, limits, drift);
  }

  /** Returns null if the body is empty or the JSON value {@code null}. */
  @Override
  public @Nullable T convert(ResponseBody body) throws IOException {
    try {
      return read(body);
    } catch (LinkageError | VirtualMachineError e) {
      // Retrofit would rethrow the error on an OkHttp thread, and the future would never complete.
      throw new Error(e);
    }
  }

  /** Reads the body of an error response. */
  T read(CortexApiException failure) {
    try {
      T value = read(ResponseBody.create(failure.body(), null));
      if (value == null) {
        throw new UnreadableBodyException("expected JSON, found an empty body or null", "$", "");
      }
      return value;
    } catch (UnreadableBodyException e) {
      throw e.toDataException(failure.request(), failure.attempts());
    } catch (IOException e) {
      // Cannot happen, because the body is in memory.
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable T read(ResponseBody body) throws IOException {
    byte[] bytes = bytes(body);
    DriftCount count = new DriftCount();
    ModelReader document = ModelReader.of(bytes, limits.levels, drift.sink(count));
    document.skipByteOrderMark();
    if (document.isExhausted()) {
      return null;
    }
    try {
      return content.read(document, bytes.length, count);
    } catch (Exception e) {
      if (e instanceof InterruptedException || e.getClass() == InterruptedIOException.class) {
        throw e;
      }
      // Custom adapters may throw anything when data is invalid, not only IOExceptions.
      throw UnreadableBodyException.of(e, document.pathOfFailure());
    }
  }

  private byte[] bytes(ResponseBody body) throws IOException {
    try (BufferedSource source = body.source()) {
      if (limits.bytes < Long.MAX_VALUE && source.request(limits.bytes + 1)) {
        throw new UnreadableBodyException(
            "the body is longer than the limit of " + limits.bytes + " bytes", "$", "");
      }
      return source.readByteArray();
    }
  }

  private interface Content<T> {
    @Nullable T read(ModelReader document, int bytes, DriftCount count) throws IOException;
  }
}
