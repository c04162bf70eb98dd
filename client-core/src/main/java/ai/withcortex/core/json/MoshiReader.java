package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads models from Moshi's reader, which may have a {@link DriftSink}. */
final class MoshiReader extends ModelReader {
  private final JsonReader reader;
  private final @Nullable KeysHidden keysHidden;

  MoshiReader(JsonReader reader) {
    this(reader, null);
  }

  /**
   * @param keysHidden hears of the keys of a map; null unless one is read and there is a sink
   */
  MoshiReader(JsonReader reader, @Nullable KeysHidden keysHidden) {
    this.reader = reader;
    this.keysHidden = keysHidden;
  }

  @Override
  public <T> T read(JsonAdapter<T> adapter) throws IOException {
    return adapter.fromJson(reader);
  }

  @Override
  <R> @Nullable R lookAhead(Ahead<R> ahead) throws IOException {
    return ahead.read(new MoshiReader(reader.peekJson()));
  }

  @Override
  public @Nullable DriftSink sinkOfNext() {
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink == null) {
      return null;
    }
    return standing(KeysHidden.isBehindLongKey(sink) ? "" : reader.getPath(), sink);
  }

  @Override
  <T> T readShared(JsonAdapter<T> objects) throws IOException {
    @Nullable SharedValues shared = reader.tag(SharedValues.class);
    return shared == null ? objects.fromJson(reader) : shared.read(reader, objects);
  }

  @Override
  Token peek() throws IOException {
    return reader.peek();
  }

  @Override
  void beginObject() throws IOException {
    reader.beginObject();
  }

  @Override
  void endObject() throws IOException {
    reader.endObject();
  }

  @Override
  void beginArray() throws IOException {
    reader.beginArray();
  }

  @Override
  void endArray() throws IOException {
    reader.endArray();
  }

  @Override
  boolean hasNext() throws IOException {
    return reader.hasNext();
  }

  @Override
  int select(ModelProperties properties, int before) throws IOException {
    return reader.selectName(properties.names());
  }

  @Override
  String nextName() throws IOException {
    return reader.nextName();
  }

  @Override
  String nextKey() throws IOException {
    String key = reader.nextName();
    if (keysHidden != null) {
      keysHidden.enter(key);
    }
    return key;
  }

  @Override
  String nextText() throws IOException {
    return reader.peek() == Token.BOOLEAN
        ? String.valueOf(reader.nextBoolean())
        : reader.nextString();
  }

  @Override
  JsonValue nextValue() throws IOException {
    Token token = reader.peek();
    if (token == Token.NULL) {
      reader.nextNull();
      return JsonValue.NULL;
    } else if (token == Token.BOOLEAN) {
      return JsonValue.of(reader.nextBoolean());
    } else if (token == Token.NUMBER) {
      return parse(reader.nextString());
    } else if (token == Token.STRING || token == Token.BEGIN_OBJECT || token == Token.BEGIN_ARRAY) {
      JsonValue value = parse(nextSource());
      // Moshi's reader would fail with a NullPointerException if peekJson() came next.
      Token unused = reader.peek();
      return value;
    } else {
      throw mismatch("a value");
    }
  }

  private String nextSource() throws IOException {
    String text;
    try (BufferedSource source = reader.nextSource()) {
      text = source.readUtf8();
    }
    return text;
  }

  /** Moshi's source of a value is lenient whatever its reader is, and counts brackets only. */
  private JsonValue parse(String text) throws IOException {
    try {
      return JsonValue.parse(text);
    } catch (IllegalArgumentException e) {
      JsonEncodingException malformed =
          new JsonEncodingException(e.getMessage() + " of the value at path " + pathOfLast());
      malformed.initCause(e);
      throw malformed;
    }
  }

  @Override
  void nextNull() throws IOException {
    reader.nextNull();
  }

  @Override
  void skipValue() throws IOException {
    reader.skipValue();
  }

  @Override
  String path() {
    return reader.getPath();
  }

  @Override
  String pathOfLast() throws IOException {
    return JsonErrors.pathOfLast(reader);
  }

  @Override
  public void report(DriftKind kind, String schema) throws IOException {
    DriftSink.report(reader, kind, schema);
  }

  @Override
  void reportLast(DriftKind kind, String schema, JsonValue.Kind found) throws IOException {
    DriftSink.reportLast(reader, kind, schema, found);
  }
}
