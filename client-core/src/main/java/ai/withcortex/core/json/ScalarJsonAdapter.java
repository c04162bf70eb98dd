package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values that are one token. Checks the token before it is read, since Moshi reads
 * {@code "5"} as a number and 5 as a string.
 */
final class ScalarJsonAdapter<T> extends JsonAdapter<T> {
  private final JsonReader.Token token;
  private final String expected;
  private final Decoder<T> decoder;
  private final Encoder<T> encoder;

  /**
   * @param expected with its article, such as {@code "a string"}
   */
  ScalarJsonAdapter(
      JsonReader.Token token, String expected, Decoder<T> decoder, Encoder<T> encoder) {
    this.token = token;
    this.expected = expected;
    this.decoder = decoder;
    this.encoder = encoder;
  }

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    if (reader.peek() != token) {
      throw JsonErrors.mismatch(expected, reader);
    }
    try {
      return decoder.decode(reader);
    } catch (IllegalArgumentException e) {
      throw JsonErrors.refused(e, JsonErrors.pathOfLast(reader));
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull(expected, writer.getPath());
    }
    try {
      encoder.encode(writer, value);
    } catch (IllegalArgumentException e) {
      throw JsonErrors.refused(e, writer.getPath());
    }
  }

  /** Reads one token. An IllegalArgumentException refuses it after it was read. */
  interface Decoder<T> {
    T decode(JsonReader reader) throws IOException;
  }

  /** Writes one value. An IllegalArgumentException refuses it before anything was written. */
  interface Encoder<T> {
    void encode(JsonWriter writer, T value) throws IOException;
  }
}
