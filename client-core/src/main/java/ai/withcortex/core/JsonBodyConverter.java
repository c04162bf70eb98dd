package ai.withcortex.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * Reads one JSON document as a stream, strictly and to its end, and knows where it failed.
 *
 * @param <T> what the document is read as
 */
final class JsonBodyConverter<T> implements Converter<ResponseBody, T> {
  private static final ByteString UTF8_BOM = ByteString.decodeHex("EFBBBF");

  private final JsonAdapter<T> adapter;
  private final long limit;

  JsonBodyConverter(JsonAdapter<T> adapter, long limit) {
    this.adapter = adapter;
    this.limit = limit;
  }

  /** Returns null if the body is empty or the JSON value {@code null}. */
  @Override
  public @Nullable T convert(ResponseBody body) throws IOException {
    Wire wire = new Wire(body.source(), limit);
    try (BufferedSource source = Okio.buffer(wire)) {
      if (source.rangeEquals(0, UTF8_BOM)) {
        source.skip(UTF8_BOM.size());
      }
      if (source.exhausted()) {
        return null;
      }
      JsonReader reader = JsonReader.of(source);
      T value = read(reader, wire, body);
      requireEnd(reader);
      return value;
    }
  }

  private @Nullable T read(JsonReader reader, Wire wire, ResponseBody body) throws IOException {
    try {
      return adapter.fromJson(reader);
    } catch (CortexDataException e) {
      throw BodyFailure.of(e, reader.getPath());
    } catch (IOException | RuntimeException e) {
      // Adapters run code of every kind, and all of it may fail on data, not on I/O alone.
      if (wire.failure != null) {
        throw wire.failure;
      }
      throw BodyFailure.of(e, reader.getPath(), body.contentType());
    }
  }

  private static void requireEnd(JsonReader reader) throws IOException {
    try {
      if (reader.peek() == JsonReader.Token.END_DOCUMENT) {
        return;
      }
    } catch (JsonEncodingException e) {
      // A strict reader refuses to look at what follows a document.
    }
    throw new UnreadableBodyException("found more after the end of the JSON document", "$", null);
  }

  /**
   * Tells a connection that breaks from JSON that ends early, since both are an EOFException, and
   * reads no more than the limit.
   */
  private static final class Wire extends ForwardingSource {
    private final long limit;
    private long count;
    private @Nullable IOException failure;

    Wire(Source body, long limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      try {
        long read = super.read(sink, byteCount);
        count += Math.max(0, read);
        if (count > limit) {
          throw new UnreadableBodyException(
              "the body is longer than the limit of " + limit + " bytes", "$", null);
        }
        return read;
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
