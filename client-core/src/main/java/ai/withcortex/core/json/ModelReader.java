package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads models from the bytes of a document, once and strictly. What is free for the spec is cut
 * out as it stands, an object that is the same as one before is not read again, and what no adapter
 * of ours reads gets a Moshi reader of its own.
 *
 * <p>All that is read has bytes or characters of its own: no value keeps the document in memory.
 * What is no JSON is a {@link MalformedJsonException}. After a failure, {@link #pathOfFailure()} is
 * where it happened.
 *
 * <p>Not for use by several threads.
 */
public final class ModelReader {
  static final String DOCUMENT = "$";
  private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(UTF_8);

  private final JsonBytes json;
  private final JsonPlace place;
  private final ReaderDrift drift;
  private final DocumentStrings strings = new DocumentStrings();
  private @Nullable SharedParts shared;

  /** Where a reader of Moshi's was in the value that the reader stands behind, and failed. */
  private String pathInValue = "";

  private ModelReader(JsonBytes json, String place, @Nullable DriftSink sink) {
    this.json = json;
    this.place = new JsonPlace(json, place);
    this.drift = new ReaderDrift(this.place, sink);
  }

  /**
   * Returns a reader of a document, the whole of these bytes.
   *
   * @param levels how deep it may nest, 0 or more; no document nests deeper than 255 levels
   */
  public static ModelReader of(byte[] document, int levels, @Nullable DriftSink sink) {
    return new ModelReader(new JsonBytes(document, levels), DOCUMENT, sink);
  }

  /**
   * Returns a reader of a value that stands in a document.
   *
   * @param place the JSON path of the value in the document
   */
  public static ModelReader of(JsonValue value, String place, @Nullable DriftSink sink) {
    return of(value.utf8(), place, sink);
  }

  static ModelReader of(byte[] value, String place, @Nullable DriftSink sink) {
    return new ModelReader(new JsonBytes(value), place, sink);
  }

  /** Reads one value, after which nothing but white space may follow. */
  public <T> T readDocument(JsonAdapter<T> adapter) throws IOException {
    T value = read(adapter);
    requireEnd();
    return value;
  }

  /**
   * Reads the list that the document is. An element that cannot be read costs only itself, unless
   * it is no JSON.
   *
   * @param unread takes what cannot be read, in order
   */
  public <E> List<E> readElements(JsonAdapter<E> elements, UnreadElements unread)
      throws IOException {
    if (peek() != Token.BEGIN_ARRAY) {
      throw mismatch("an array");
    }
    List<E> list = new ArrayList<>();
    beginArray();
    for (int i = 0; hasNext(); i++) {
      int start = start();
      try {
        list.add(requireValue(read(elements), "an element"));
      } catch (MalformedJsonException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        // Adapters run code of every kind, and all of it may fail on data, not on I/O alone.
        String path = pathOfFailure();
        json.position = start;
        json.depth = 1;
        pathInValue = "";
        unread.add(i, nextValue(), path, e);
      }
    }
    endArray();
    requireEnd();
    return Collections.unmodifiableList(list);
  }

  /** Takes what cannot be read. */
  public interface UnreadElements {
    /** Takes an element, the place in it that its adapter failed at, and how. */
    void add(int index, JsonValue json, String path, Exception failure);
  }

  /** Moves over a mark that no JSON has, but that a body may begin with (RFC 8259, section 8.1). */
  public void skipByteOrderMark() {
    int length = BYTE_ORDER_MARK.length;
    byte[] start = Arrays.copyOf(json.bytes, Math.min(length, json.bytes.length));
    json.position = Arrays.equals(start, BYTE_ORDER_MARK) ? length : 0;
  }

  /** Whether there is not even whitespace to come. */
  public boolean isExhausted() {
    return json.position == json.bytes.length;
  }

  /** Makes sure that nothing but whitespace comes next. */
  public void requireEnd() throws MalformedJsonException {
    json.requireEnd();
  }

  /** Reads the value that comes next. */
  public <T> T read(JsonAdapter<T> adapter) throws IOException {
    return adapter instanceof PartJsonAdapter
        ? ((PartJsonAdapter<T>) adapter).read(this)
        : MoshiValue.read(this, adapter);
  }

  /** Moves over the value that comes next and writes its bytes. */
  void copyNext(Buffer sink) throws MalformedJsonException {
    int start = start();
    skipValue();
    sink.write(json.bytes, start, json.position - start);
  }

  /** Takes note of where in the value that was read last an adapter that is not ours has failed. */
  void failedIn(String path) {
    pathInValue = path;
  }

  /** The same; answers the failure as one of the document. */
  CortexDataException failedIn(String path, CortexDataException failure) {
    pathInValue = path;
    return drift.hasThrown(failure) ? failure : JsonErrors.standingAt(path(), failure);
  }

  /**
   * Looks ahead in the object that comes next for a member's string. Null if something else comes
   * next, or the first member of this name is none, or there is none.
   */
  public @Nullable String stringAhead(String name) throws IOException {
    if (peek() != Token.BEGIN_OBJECT) {
      return null;
    }
    return lookAhead(
        () -> {
          beginObject();
          while (hasNext()) {
            if (nextName().equals(name)) {
              return peek() == Token.STRING ? nextText() : null;
            }
            skipValue();
          }
          return null;
        });
  }

  /**
   * Does something with the value that comes next, which then comes next again. Nobody hears of
   * drift meanwhile.
   */
  <R> @Nullable R lookAhead(Ahead<R> ahead) throws IOException {
    int start = json.position;
    int depth = json.depth;
    R result = drift.withoutTelling(ahead);
    json.position = start;
    json.depth = depth;
    return result;
  }

  /** What is done ahead. */
  interface Ahead<R> {
    @Nullable R read() throws IOException;
  }

  /**
   * Hears of deviations in the value that comes next, at paths as if it were a document, until the
   * reader goes on behind it; null if nobody wants to.
   */
  public @Nullable DriftSink sinkOfNext() {
    return drift.ofNext();
  }

  /** Tells of the property or value that comes next. */
  public void report(DriftKind kind, String schema) throws IOException {
    if (drift.isHeard()) {
      drift.report(kind, schema, JsonValue.Kind.of(peek()));
    }
  }

  /** Tells of the value that was read last, which was of this kind. */
  void reportLast(DriftKind kind, String schema, JsonValue.Kind found) {
    drift.report(kind, schema, found);
  }

  /** Reads an object that may be the same as one before. */
  <T> T readShared(JsonAdapter<T> objects) throws IOException {
    SharedParts parts = shared;
    if (parts == null) {
      parts = new SharedParts(drift);
      shared = parts;
    }
    return parts.read(this, objects);
  }

  /** Moves over the bytes that came between these positions, if they come again. */
  boolean skipsAgain(int start, int end) {
    json.skipWhitespace();
    return json.skipsAgain(start, end);
  }

  /** Moves to what comes next and answers where that is. */
  int start() {
    json.skipWhitespace();
    return json.position;
  }

  int position() {
    return json.position;
  }

  /** What comes next. */
  public Token peek() throws MalformedJsonException {
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
        if (first == '-' || JsonBytes.isDigit(first)) {
          return Token.NUMBER;
        }
        throw json.malformed("a value");
    }
  }

  /** Moves into the object that comes next. */
  public void beginObject() throws MalformedJsonException {
    json.open('{');
    place.enter();
  }

  /** Moves out of an object that does not go on. */
  public void endObject() throws MalformedJsonException {
    json.close();
  }

  void beginArray() throws MalformedJsonException {
    json.open('[');
    place.enter();
  }

  void endArray() throws MalformedJsonException {
    json.close();
  }

  /** Whether the object or array goes on. To be asked once before each member or element. */
  public boolean hasNext() throws MalformedJsonException {
    place.moveToNext();
    if (!pathInValue.isEmpty()) {
      pathInValue = "";
    }
    return json.moveToNext();
  }

  /**
   * The index of the name that comes next; -1, the name unread, if it is not listed.
   *
   * @param before the name that came before, or -1: it is likely that they come in order
   */
  int select(ModelProperties properties, int before) throws MalformedJsonException {
    int start = start();
    boolean isAscii = json.skipName();
    int selected =
        isAscii
            ? properties.indexOf(json.bytes, start + 1, json.position - 1, before + 1)
            : properties.indexOf(strings.of(json.bytes, start + 1, json.position - 1));
    if (selected < 0) {
      json.position = start;
    } else {
      json.takeColon();
      place.moveTo(properties.name(selected), false);
    }
    return selected;
  }

  /** Reads a name that is no data, such as that of a property. */
  public String nextName() throws MalformedJsonException {
    return name(false);
  }

  /** Reads a name that is a key of a map, which may be data. */
  public String nextKey() throws MalformedJsonException {
    return name(true);
  }

  private String name(boolean isKey) throws MalformedJsonException {
    int start = start();
    String name = string(start, json.skipName());
    json.takeColon();
    place.moveTo(name, isKey);
    return name;
  }

  /** The string that began there and was read last. */
  private String string(int start, boolean isAscii) {
    return isAscii
        ? strings.ofAscii(json.bytes, start + 1, json.position - 1)
        : strings.of(json.bytes, start + 1, json.position - 1);
  }

  /** Reads a string's characters, or the text of a number or boolean. */
  String nextText() throws MalformedJsonException {
    int start = start();
    if (json.next() == '"') {
      return string(start, json.skipString());
    }
    json.skipValue();
    return new String(json.bytes, start, json.position - start, UTF_8);
  }

  /** Reads a value of any kind. */
  JsonValue nextValue() throws MalformedJsonException {
    byte first = json.next();
    int start = json.position;
    skipValue();
    return json.value(first, start);
  }

  /** Moves over the value that comes next. */
  public void skipValue() throws MalformedJsonException {
    int start = json.position;
    int depth = json.depth;
    try {
      json.skipValue();
    } catch (MalformedJsonException e) {
      json.position = start;
      json.depth = depth;
      place.moveToFailure();
      throw e;
    }
  }

  /** Where the value is that comes next, or was read last. */
  String path() {
    return place.path();
  }

  /** Where in the document something has failed last. */
  public String pathOfFailure() {
    return path() + pathInValue;
  }

  /**
   * For a value of another kind than this, which comes next.
   *
   * @param expected with its article, such as {@code "a string"}
   */
  CortexDataException mismatch(String expected) throws IOException {
    return JsonErrors.mismatch(expected, peek(), path());
  }

  /** The value that an adapter answered, which must not be null. */
  <T> T requireValue(@Nullable T value, String expected) {
    if (value == null) {
      throw JsonErrors.foundNull(expected, path());
    }
    return value;
  }
}
