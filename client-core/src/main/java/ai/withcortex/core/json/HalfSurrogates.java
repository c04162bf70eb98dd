package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSink;

/**
 * Strings and names with half a surrogate pair, which JSON can hold as an escape only. Moshi's
 * reader makes that half of it, and its writer a question mark; what is written here is the escape.
 */
final class HalfSurrogates {
  private HalfSurrogates() {}

  static boolean in(String text) {
    return indexIn(text) >= 0;
  }

  /** Where the first is, or -1. */
  static int indexIn(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  static boolean inNames(Map<String, ?> members) {
    for (String name : members.keySet()) {
      if (in(name)) {
        return true;
      }
    }
    return false;
  }

  static void write(JsonWriter writer, String value) throws IOException {
    writeText(writer, JsonString.quote(value));
  }

  static void write(JsonWriter writer, Map<String, JsonValue> members) throws IOException {
    writeText(writer, JsonContainer.object(members));
  }

  private static void writeText(JsonWriter writer, String json) throws IOException {
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8(json);
    }
  }

  /** The JSON that is written for a value, which stands at a path. */
  static <V> JsonValue json(Writing<V> writing, V value, String path) throws IOException {
    Buffer text = new Buffer();
    try {
      writing.write(JsonWriter.of(text), value);
    } catch (CortexDataException e) {
      throw JsonErrors.standingAt(path, e);
    }
    return new JsonValue(text.readByteArray());
  }

  /** Writes a value, as adapters do. */
  interface Writing<V> {
    void write(JsonWriter writer, V value) throws IOException;
  }
}
