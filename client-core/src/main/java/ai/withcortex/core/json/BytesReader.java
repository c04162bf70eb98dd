package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Reads models from the bytes of a document. What is free for the spec is cut out as it stands, an
 * object that is the same as one before is not read again, and what no adapter of ours reads gets a
 * Moshi reader of its own.
 *
 * <p>All that is read has bytes or characters of its own: no value keeps the document in memory.
 */
public final class BytesReader extends ModelReader {
  private final JsonBytes json;
  private @Nullable DriftSink sink;
  private final SharedParts shared = new SharedParts();
  private final DocumentStrings strings = new DocumentStrings();

  /** For each open container the name or index of what is read in it; which, its kind says. */
  private final String[] names = new String[JsonScanner.MAX_DEPTH];

  private final int[] indices = new int[JsonScanner.MAX_DEPTH];
  private final boolean[] areKeys = new boolean[JsonScanner.MAX_DEPTH];

  private BytesReader(JsonBytes json, @Nullable DriftSink sink) {
    this.json = json;
    this.sink = sink;
  }

  /**
   * Reads a document, the whole of these bytes, faster than Moshi's reader does, and makes the same
   * of it, but for whole numbers that Moshi's refuses: those of which a prefix is a multiple of
   * 2^64. Values of one document that have the same bytes are shared.
   *
   * @param levels how deep it may nest, 0 or more; no document nests deeper than 255 levels
   * @throws IOException if it is not JSON, or nests deeper, or is not UTF-8, without saying what is
   *     wrong and where
   * @throws ai.withcortex.core.CortexDataException as the adapter does
   */
  public static <T> T read(
      byte[] document, JsonAdapter<T> adapter, int levels, @Nullable DriftSink sink)
      throws IOException {
    BytesReader reader = new BytesReader(new JsonBytes(document, levels), sink);
    T value = reader.read(adapter);
    if (!reader.json.isAtEnd()) {
      throw JsonBytes.malformed();
    }
    return value;
  }

  /**
   * Whether these bytes are JSON in UTF-8, and nest no deeper than so.
   *
   * @param levels as for {@link #read}
   */
  public static boolean isJson(byte[] document, int levels) {
    JsonBytes json = new JsonBytes(document, levels);
    try {
      json.skipValue();
    } catch (JsonEncodingException e) {
      return false;
    }
    return json.isAtEnd();
  }

  @Override
  public <T> T read(JsonAdapter<T> adapter) throws IOException {
    return adapter instanceof PartJsonAdapter
        ? ((PartJsonAdapter<T>) adapter).read(this)
        : readByMoshi(adapter);
  }

  private <T> T readByMoshi(JsonAdapter<T> adapter) throws IOException {
    DriftSink told = sinkOfNext();
    int start = start();
    json.skipValue();
    Buffer value = new Buffer().write(json.bytes, start, json.position - start);
    // Not the value itself: looking ahead costs what the reader's source has in memory.
    JsonReader reader = JsonReader.of(Okio.buffer((Source) value));
    Lookahead.isCheapFor(reader);
    if (told != null) {
      reader.setTag(DriftSink.class, told);
    }
    try {
      T read = adapter.fromJson(reader);
      if (reader.peek() != Token.END_DOCUMENT) {
        throw JsonBytes.malformed();
      }
      return read;
    } catch (CortexDataException e) {
      throw JsonErrors.standingAt(path(), e);
    }
  }

  @Override
  <R> @Nullable R lookAhead(Ahead<R> ahead) throws IOException {
    int start = json.position;
    int depth = json.depth;
    R result = ahead.read(this);
    json.position = start;
    json.depth = depth;
    return result;
  }

  @Override
  public @Nullable DriftSink sinkOfNext() {
    return sink == null ? null : standing(driftPath(), sink);
  }

  @Override
  <T> T readShared(JsonAdapter<T> objects) throws IOException {
    return shared.read(this, objects);
  }

  /** Reads a value and records what is found in it; a reader without a sink reads it as it is. */
  <T> T readRecording(JsonAdapter<T> adapter, RecordedDrift drift) throws IOException {
    DriftSink told = sink;
    if (told == null) {
      return read(adapter);
    }
    sink = drift.recording(told, driftPath());
    try {
      return read(adapter);
    } finally {
      sink = told;
    }
  }

  /** Moves over the bytes that came between these positions, if they come again. */
  boolean skipsAgain(int start, int end) {
    json.skipWhitespace();
    return json.skipsAgain(start, end);
  }

  /** Tells again what was found in a value that is the same as the one that comes next. */
  void repeat(RecordedDrift drift) {
    if (sink != null) {
      drift.repeat(sink, driftPath());
    }
  }

  /** Moves to what comes next and answers where that is. */
  int start() {
    json.skipWhitespace();
    return json.position;
  }

  int position() {
    return json.position;
  }

  private String textFrom(int start) {
    return new String(json.bytes, start, json.position - start, UTF_8);
  }

  @Override
  Token peek() throws JsonEncodingException {
    byte first = json.next();
    switch (first) {
      case '{':
        return Token.BEGIN_OBJECT;
      case '[':
        return Token.BEGIN_ARRAY;
      case '"':
        return Token.STRING;
      case 't':
      case 'f':
        return Token.BOOLEAN;
      case 'n':
        return Token.NULL;
      default:
        if (first == '-' || (first >= '0' && first <= '9')) {
          return Token.NUMBER;
        }
        throw JsonBytes.malformed();
    }
  }

  @Override
  void beginObject() throws JsonEncodingException {
    json.open('{');
  }

  @Override
  void endObject() throws JsonEncodingException {
    json.close('}');
  }

  @Override
  void beginArray() throws JsonEncodingException {
    json.open('[');
    indices[json.depth - 1] = -1;
  }

  @Override
  void endArray() throws JsonEncodingException {
    json.close(']');
  }

  @Override
  boolean hasNext() throws JsonEncodingException {
    indices[json.depth - 1]++;
    return json.moveToNext();
  }

  @Override
  int select(ModelProperties properties, int before) throws JsonEncodingException {
    int start = start();
    boolean isAscii = json.skipString();
    int selected =
        isAscii
            ? properties.indexOf(json.bytes, start + 1, json.position - 1, before + 1)
            : properties.indexOf(strings.of(json.bytes, start + 1, json.position - 1));
    if (selected < 0) {
      json.position = start;
    } else {
      json.take(':');
      enter(properties.name(selected), false);
    }
    return selected;
  }

  @Override
  String nextName() throws JsonEncodingException {
    return enter(name(), false);
  }

  @Override
  String nextKey() throws JsonEncodingException {
    return enter(name(), true);
  }

  private String name() throws JsonEncodingException {
    String name = string();
    json.take(':');
    return name;
  }

  private String enter(String name, boolean isKey) {
    names[json.depth - 1] = name;
    areKeys[json.depth - 1] = isKey;
    return name;
  }

  private String string() throws JsonEncodingException {
    int start = start();
    boolean isAscii = json.skipString();
    return isAscii
        ? strings.ofAscii(json.bytes, start + 1, json.position - 1)
        : strings.of(json.bytes, start + 1, json.position - 1);
  }

  @Override
  String nextText() throws JsonEncodingException {
    if (json.next() == '"') {
      return string();
    }
    int start = start();
    json.skipValue();
    return textFrom(start);
  }

  @Override
  JsonValue nextValue() throws JsonEncodingException {
    return json.nextValue();
  }

  @Override
  void nextNull() throws JsonEncodingException {
    json.skipValue();
  }

  @Override
  void skipValue() throws JsonEncodingException {
    json.skipValue();
  }

  @Override
  String path() {
    return path(false);
  }

  @Override
  String pathOfLast() {
    return path(false);
  }

  private String driftPath() {
    return path(true);
  }

  /** As {@link KeysHidden} has it, if keys are hidden. */
  private String path(boolean hidesKeys) {
    StringBuilder path = new StringBuilder("$");
    for (int level = 0; level < json.depth; level++) {
      if (!json.isObject(level)) {
        path.append('[').append(indices[level]).append(']');
      } else if (!hidesKeys || !areKeys[level]) {
        path.append('.').append(names[level]);
      } else {
        path.append(".*");
        if (KeysHidden.isLong(names[level])) {
          break;
        }
      }
    }
    return path.toString();
  }

  @Override
  public void report(DriftKind kind, String schema) throws JsonEncodingException {
    if (sink != null) {
      sink.drifted(kind, schema, driftPath(), JsonValue.Kind.of(peek()));
    }
  }

  @Override
  void reportLast(DriftKind kind, String schema, JsonValue.Kind found) {
    if (sink != null) {
      sink.drifted(kind, schema, driftPath(), found);
    }
  }
}
