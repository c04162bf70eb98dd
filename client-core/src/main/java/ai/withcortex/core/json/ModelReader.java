package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What models are read from: Moshi's reader, or the bytes of a page. Adapters that read through it
 * make the same of a document either way.
 *
 * <p>Not for use by several threads.
 */
public abstract class ModelReader {
  ModelReader() {}

  /** Reads the value that comes next. */
  public abstract <T> T read(JsonAdapter<T> adapter) throws IOException;

  /** Reads an object that may be the same as one before. */
  abstract <T> T readShared(JsonAdapter<T> objects) throws IOException;

  /** Does something with the value that comes next, which then comes next again. */
  abstract <R> @Nullable R lookAhead(Ahead<R> ahead) throws IOException;

  /**
   * Looks ahead in the object that comes next for a member's string. Null if something else comes
   * next, or the first member of this name is none, or there is none.
   */
  public final @Nullable String stringAhead(String name) throws IOException {
    if (peek() != Token.BEGIN_OBJECT) {
      return null;
    }
    return lookAhead(
        reader -> {
          reader.beginObject();
          while (reader.hasNext()) {
            if (reader.nextName().equals(name)) {
              return reader.peek() == Token.STRING ? reader.nextText() : null;
            }
            reader.skipValue();
          }
          return null;
        });
  }

  /**
   * Hears of deviations in the value that comes next, at paths as if it were a document; null if
   * nobody wants to.
   */
  public abstract @Nullable DriftSink sinkOfNext() throws IOException;

  /** Hears of a value as a document, and tells a sink of the place where it stands. */
  static DriftSink standing(String place, DriftSink sink) {
    return (kind, schema, path, found) ->
        sink.drifted(kind, schema, place + path.substring(1), found);
  }

  /** What comes next. */
  abstract Token peek() throws IOException;

  abstract void beginObject() throws IOException;

  abstract void endObject() throws IOException;

  abstract void beginArray() throws IOException;

  abstract void endArray() throws IOException;

  /** Whether the object or array goes on. To be asked once before each member or element. */
  abstract boolean hasNext() throws IOException;

  /**
   * The index of the name that comes next; -1, the name unread, if it is not listed.
   *
   * @param before the name that came before, or -1: it is likely that they come in order
   */
  abstract int select(ModelProperties properties, int before) throws IOException;

  /** Reads a name that a model does not list. */
  abstract String nextName() throws IOException;

  /** Reads a name that is a key of a map, which may be data. */
  abstract String nextKey() throws IOException;

  /** Reads a string's characters, or the text of a number or boolean. */
  abstract String nextText() throws IOException;

  /** Reads a value of any kind. */
  abstract JsonValue nextValue() throws IOException;

  abstract void nextNull() throws IOException;

  abstract void skipValue() throws IOException;

  /** Where the value is that comes next. */
  abstract String path() throws IOException;

  /** Where the value is that was read last. */
  abstract String pathOfLast() throws IOException;

  /** Tells of the property or value that comes next. */
  public abstract void report(DriftKind kind, String schema) throws IOException;

  /** Tells of the value that was read last, which was of this kind. */
  abstract void reportLast(DriftKind kind, String schema, JsonValue.Kind found) throws IOException;

  /**
   * For a value of another kind than this, which comes next.
   *
   * @param expected with its article, such as {@code "a string"}
   */
  final CortexDataException mismatch(String expected) throws IOException {
    return JsonErrors.mismatch(expected, peek(), path());
  }

  /** The value that an adapter answered, which must not be null. */
  final <T> T requireValue(@Nullable T value, String expected) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull(expected, pathOfLast());
    }
    return value;
  }

  /** What is done ahead. */
  interface Ahead<R> {
    @Nullable R read(ModelReader reader) throws IOException;
  }
}
