package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.BufferedSink;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Copies the text of JSON values from the source and to the sink, and checks it on the way in. */
final class JsonValueJsonAdapter extends JsonAdapter<JsonValue> {
  private static final String EXPECTED = "a value";

  @Override
  public JsonValue fromJson(JsonReader reader) throws IOException {
    Token token = reader.peek();
    if (token == Token.NULL) {
      reader.nextNull();
      return JsonValue.NULL;
    } else if (token == Token.BOOLEAN) {
      return JsonValue.of(reader.nextBoolean());
    } else if (token == Token.NUMBER) {
      return parse(reader.nextString(), reader);
    } else if (token == Token.STRING || token == Token.BEGIN_OBJECT || token == Token.BEGIN_ARRAY) {
      JsonValue value = parse(nextText(reader), reader);
      // Moshi's reader would fail with a NullPointerException if peekJson() came next.
      Token unused = reader.peek();
      return value;
    } else {
      throw JsonErrors.mismatch(EXPECTED, reader);
    }
  }

  private static String nextText(JsonReader reader) throws IOException {
    String text;
    try (BufferedSource source = reader.nextSource()) {
      text = source.readUtf8();
    }
    return text;
  }

  /** Moshi's source of a value is lenient whatever its reader is, and counts brackets only. */
  private static JsonValue parse(String text, JsonReader reader) throws IOException {
    try {
      return JsonValue.parse(text);
    } catch (IllegalArgumentException e) {
      JsonEncodingException malformed =
          new JsonEncodingException(
              e.getMessage() + " of the value at path " + JsonErrors.pathOfLast(reader));
      malformed.initCause(e);
      throw malformed;
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable JsonValue value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull(EXPECTED, writer.getPath());
    }
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8(value.json());
    }
  }
}
