package ai.withcortex.core.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes values that are single tokens. Checks the token before it is read, because Moshi
 * also reads {@code "5"} as a number and 5 as a string.
 */
abstract class ScalarJsonAdapter<T> extends PartJsonAdapter<T> {
  private final JsonReader.Token token;
  private final String expected;

  /**
   * @param expected what was expected, with its article, such as {@code "a string"}
   */
  ScalarJsonAdapter(JsonReader.Token token, String expected) {
    this.token = token;
    this.expected = expected;
  }

  /** Converts the text of a token to a value; throws an IllegalArgumentException to reject it. */
  abstract T decode(String text);

  /** Writes one value; throws an IllegalArgumentException to reject it before writing anything. */
  void encode(JsonWriter writer, T value) throws IOException {
    if (value instanceof Boolean) {
      writer.value((Boolean) value);
    } else {
      writer.value((Number) value);
    }
  }

  @Override
  final JsonReader.Token token() {
    return token;
  }

  @Override
  protected final T read(ModelReader reader) throws IOException {
    if (reader.peek() != token) {
      throw reader.mismatch(expected);
    }
    String text = reader.nextText();
    try {
      return decode(text);
    } catch (IllegalArgumentException e) {
      JsonValue json = token == JsonReader.Token.STRING ? JsonValue.of(text) : new JsonValue(text);
      throw JsonErrors.refused(
          new RefusedValueException(String.valueOf(e.getMessage()), json), reader.path());
    }
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull(expected, writer.getPath());
    }
    try {
      encode(writer, value);
    } catch (IllegalArgumentException e) {
      throw JsonErrors.refused(e, writer.getPath());
    }
  }
}
