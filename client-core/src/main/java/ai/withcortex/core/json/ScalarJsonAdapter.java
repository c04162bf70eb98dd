package ai.withcortex.core.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values that are one token. Checks the token before it is read, since Moshi reads
 * {@code "5"} as a number and 5 as a string.
 */
final class ScalarJsonAdapter<T> extends PartJsonAdapter<T> {
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
  protected T read(ModelReader reader) throws IOException {
    if (reader.peek() != token) {
      throw reader.mismatch(expected);
    }
    String text = reader.nextText();
    try {
      return decoder.decode(text);
    } catch (IllegalArgumentException e) {
      JsonValue json = token == JsonReader.Token.STRING ? JsonValue.of(text) : new JsonValue(text);
      throw JsonErrors.refused(
          new RefusedValueException(String.valueOf(e.getMessage()), json), reader.pathOfLast());
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

  /** Makes a value of a token's text. An IllegalArgumentException refuses it. */
  interface Decoder<T> {
    T decode(String text);
  }

  /** Writes one value. An IllegalArgumentException refuses it before anything was written. */
  interface Encoder<T> {
    void encode(JsonWriter writer, T value) throws IOException;
  }
}
