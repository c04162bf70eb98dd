package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Has adapters look ahead of an object at a cost in proportion to it. Moshi's {@code peekJson()}
 * costs what the reader's source has in memory, and for a reader of a text that is all of it.
 */
public final class Lookahead {
  private static final Lookahead CHEAP = new Lookahead();

  private Lookahead() {}

  /** Says that the source of a reader has a small part of the document in memory at a time. */
  public static void isCheapFor(JsonReader reader) {
    reader.setTag(Lookahead.class, CHEAP);
  }

  /**
   * Reads the value at which the reader stands by something that looks ahead. Unless that is cheap
   * for the reader, an object gets a reader of its own.
   */
  public static <T> T read(JsonReader reader, Reading<T> reading) throws IOException {
    if (reader.tag(Lookahead.class) != null || reader.peek() != Token.BEGIN_OBJECT) {
      return reading.read(reader);
    }
    String place = reader.getPath();
    T value;
    try (BufferedSource source = reader.nextSource()) {
      value = reading.read(own(source, reader, place));
    } catch (CortexDataException e) {
      throw JsonErrors.standingAt(place, e);
    }
    // Moshi's reader would fail with a NullPointerException if peekJson() came next.
    Token unused = reader.peek();
    return value;
  }

  private static JsonReader own(BufferedSource source, JsonReader reader, String place) {
    JsonReader own = JsonReader.of(source);
    isCheapFor(own);
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink != null) {
      own.setTag(DriftSink.class, ModelReader.standing(place, sink));
    }
    return own;
  }

  /**
   * Reads one value, as {@code JsonAdapter.fromJson} does.
   *
   * @param <T> the value
   */
  public interface Reading<T> {
    /** Reads the value at which the reader stands. */
    T read(JsonReader reader) throws IOException;
  }
}
