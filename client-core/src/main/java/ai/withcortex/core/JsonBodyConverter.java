package ai.withcortex.core;

import ai.withcortex.core.json.Lookahead;
import ai.withcortex.core.json.SharedValues;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
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
  private final BodyLimits limits;
  private final DriftReporting drift;

  JsonBodyConverter(JsonAdapter<T> adapter, BodyLimits limits, DriftReporting drift) {
    this.adapter = adapter;
    this.limits = limits;
    this.drift = drift;
  }

  /** Returns null if the body is empty or the JSON value {@code null}. */
  @Override
  public @Nullable T convert(ResponseBody body) throws IOException {
    BodySource wire = new BodySource(body.source(), limits);
    try (BufferedSource source = Okio.buffer(wire)) {
      skipByteOrderMark(source);
      return source.exhausted() ? null : read(JsonReader.of(source), wire::failure, true);
    }
  }

  /**
   * The same with a body that has been received, without a mark; equal values are shared.
   *
   * @param isJson whether the document is JSON: Moshi's reader takes some of what is none, such as
   *     a control character in a string
   */
  @Nullable T read(Buffer document, boolean isJson) throws IOException {
    return document.exhausted() ? null : read(SharedValues.reader(document), () -> null, isJson);
  }

  private @Nullable T read(
      JsonReader reader, Supplier<@Nullable IOException> broken, boolean isJson)
      throws IOException {
    DriftCount count = new DriftCount();
    drift.attach(reader, count);
    Lookahead.isCheapFor(reader);
    T value = readValue(reader, broken);
    requireEnd(reader);
    requireJson(isJson);
    drift.tell(count);
    return value;
  }

  static void skipByteOrderMark(BufferedSource source) throws IOException {
    if (source.rangeEquals(0, UTF8_BOM)) {
      source.skip(UTF8_BOM.size());
    }
  }

  private @Nullable T readValue(JsonReader reader, Supplier<@Nullable IOException> wire)
      throws IOException {
    try {
      return adapter.fromJson(reader);
    } catch (CortexDataException e) {
      throw BodyFailure.of(e, reader.getPath());
    } catch (IOException | RuntimeException e) {
      // Adapters run code of every kind, and all of it may fail on data, not on I/O alone.
      IOException broken = wire.get();
      if (broken != null) {
        throw broken;
      }
      throw BodyFailure.of(e, reader.getPath());
    }
  }

  static void requireJson(boolean isJson) throws UnreadableBodyException {
    if (!isJson) {
      throw new UnreadableBodyException("malformed JSON at $", "$", "");
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
    throw new UnreadableBodyException("found more after the end of the JSON document", "$", "");
  }
}
