package ai.withcortex.core.text;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import okio.BufferedSink;

/**
 * Handles strings and names with an unpaired surrogate, which JSON can represent only as an escape.
 * Moshi's reader decodes that escape, but its writer writes a question mark; this class writes the
 * escape.
 */
public final class HalfSurrogates {
  private HalfSurrogates() {}

  public static boolean in(String text) {
    return indexIn(text) >= 0;
  }

  /** Returns the index of the first unpaired surrogate, or -1. */
  public static int indexIn(String text) {
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

  public static boolean inNames(Map<String, ?> members) {
    for (String name : members.keySet()) {
      if (in(name)) {
        return true;
      }
    }
    return false;
  }

  public static void write(JsonWriter writer, String value) throws IOException {
    writeText(writer, JsonString.quote(value));
  }

  /** Writes JSON text as the next value. */
  public static void writeText(JsonWriter writer, String json) throws IOException {
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8(json);
    }
  }
}
