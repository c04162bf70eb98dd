package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.DocumentStrings;
import ai.withcortex.core.text.JsonBytes;
import ai.withcortex.core.text.JsonPlace;
import ai.withcortex.core.text.MalformedJsonException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads models from the bytes of a document, once and strictly. Copies values that the spec leaves
 * open, does not parse repeated objects again, and gives other adapters a Moshi reader.
 *
 * <p>Each value has its own bytes or characters, so no value keeps the document in memory.
 * Malformed JSON causes a {@link MalformedJsonException}. {@link #pathOfFailure()} returns where
 * reading failed.
 *
 * <p>Not thread-safe.
 */
public final class ModelReader {
  static final String DOCUMENT = "$";
  private static final byte[] BYTE_ORDER_MARK = "\ufeff".getBytes(UTF_8);

  private final JsonBytes json;
  private final JsonPlace place;
  private final ReaderDrift drift;
  private final DocumentStrings strings = new DocumentStrings();
  private @Nullable SharedParts shared;

  /** The path at which a Moshi reader failed in the last value; otherwise empty. */
  private String pathInValue = "";

  private ModelReader(JsonBytes json, String place, @Nullable DriftSink sink) {
    this.json = json;
    this.place = new JsonPlace(json, place);
    this.drift = new ReaderDrift(this.place, sink);
  }

  /**
   * Returns a reader of the document that consists of the given bytes.
   *
   * @param levels the maximum nesting depth, 0 or more; capped at 255
   */
  public static ModelReader of(byte[] document, int levels, @Nullable DriftSink sink) {
    return new ModelReader(new JsonBytes(document, levels), DOCUMENT, sink);
  }

  /**
   * Returns a reader of a value inside a document.
   *
   * @param place the JSON path of the value in the document
   */
  public static ModelReader of(JsonValue value, String place, @Nullable DriftSink sink) {
    return of(value.utf8(), place, sink);
  }

  static ModelReader of(byte[] value, String place, @Nullable DriftSink sink) {
    return new ModelReader(new JsonBytes(value), place, sink);
  }

  /** Reads one value, after which only whitespace may follow. */
  public <T> T readDocument(JsonAdapter<T> adapter) throws IOException {
    T value = read(adapter);
    requireEnd();
    return value;
  }

  /**
   * Reads a document that is a list. Skips unreadable elements, unless they are malformed JSON.
   *
   * @param unread receives the unreadable elements, in order
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
      } catch (Exception e) {
        if (e instanceof MalformedJsonException
            || e instanceof InterruptedException
            || e.getClass() == InterruptedIOException.class) {
          throw e;
        }
        // Custom adapters may throw anything when data is invalid, not only IOExceptions.
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

  /** Receives unreadable elements. */
  public interface UnreadElements {
    /** Receives an element, the path at which its adapter failed, and the failure. */
    void add(int index, JsonValue json, String path, Exception failure);
  }

  /** Skips a byte order mark, which is not JSON but may start a body (RFC 8259, section 8.1). */
  public void skipByteOrderMark() {
    byte[] start = Arrays.copyOf(json.bytes, Math.min(BYTE_ORDER_MARK.length, json.bytes.length));
    json.position = Arrays.equals(start, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  }

  /** Returns whether nothing follows, not even whitespace. */
  public boolean isExhausted() {
    return json.position == json.bytes.length;
  }

  /** Fails if anything but whitespace comes next. */
  public void requireEnd() throws IOException {
    json.requireEnd();
  }

  /** Reads the value that comes next. */
  public <T> T read(JsonAdapter<T> adapter) throws IOException {
    return adapter instanceof PartJsonAdapter
        ? ((PartJsonAdapter<T>) adapter).read(this)
        : MoshiValue.read(this, adapter);
  }

  /** Skips the value that comes next and copies its bytes to the sink. */
  void copyNext(Buffer sink) throws IOException {
    int start = start();
    skipValue();
    sink.write(json.bytes, start, json.position - start);
  }

  /** Records the path at which a different adapter failed in the last value. */
  void failedIn(String path) {
    pathInValue = path;
  }

  /** Records a failure like {@link #failedIn(String)}; returns it with its path in the document. */
  CortexDataException failedIn(String path, CortexDataException failure) {
    pathInValue = path;
    return drift.hasThrown(failure) ? failure : JsonErrors.standingAt(path(), failure);
  }

  /**
   * Looks ahead for a string member of the object that comes next. Returns null if no object comes
   * next, or if its first member with the given name is missing or not a string.
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

  /** Runs code on the value that comes next, without reporting drift, and then moves back. */
  <R> @Nullable R lookAhead(Ahead<R> ahead) throws IOException {
    int start = json.position;
    int depth = json.depth;
    R result = drift.withoutTelling(ahead);
    json.position = start;
    json.depth = depth;
    return result;
  }

  /** The code that looks ahead. */
  interface Ahead<R> {
    @Nullable R read() throws IOException;
  }

  /**
   * Returns a sink that takes drift in the next value with paths relative to that value, or null if
   * there is no sink. The result is valid until the reader moves on.
   */
  public @Nullable DriftSink sinkOfNext() {
    return drift.ofNext();
  }

  /** Reports drift in the property or value that comes next. */
  public void report(DriftKind kind, String schema) throws IOException {
    if (drift.isHeard()) {
      drift.report(kind, schema, JsonValue.Kind.of(peek()));
    }
  }

  /** Reports drift in the value that was read last, which was of the given kind. */
  void reportLast(DriftKind kind, String schema, JsonValue.Kind found) {
    drift.report(kind, schema, found);
  }

  /** Reads an object that may equal an earlier one. */
  <T> T readShared(JsonAdapter<T> objects) throws IOException {
    SharedParts parts = shared;
    if (parts == null) {
      parts = new SharedParts(drift);
      shared = parts;
    }
    return parts.read(this, objects);
  }

  /** Skips the next bytes if they repeat the given range; returns whether they do. */
  boolean skipsAgain(int start, int end) {
    json.skipWhitespace();
    return json.skipsAgain(start, end);
  }

  /** Moves to the next token and returns its position. */
  int start() {
    json.skipWhitespace();
    return json.position;
  }

  int position() {
    return json.position;
  }

  /** Returns the token that comes next. */
  public Token peek() throws IOException {
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
  public void beginObject() throws IOException {
    json.open('{');
    place.enter();
  }

  /** Moves out of an object that has no more members. */
  public void endObject() throws IOException {
    json.close();
  }

  void beginArray() throws MalformedJsonException {
    json.open('[');
    place.enter();
  }

  void endArray() throws MalformedJsonException {
    json.close();
  }

  /** Returns whether a member or element follows; must be called once before each. */
  public boolean hasNext() throws IOException {
    place.moveToNext();
    if (!pathInValue.isEmpty()) {
      pathInValue = "";
    }
    return json.moveToNext();
  }

  /**
   * Reads the next name and returns its index; returns -1 without reading if it is not listed.
   *
   * @param before the index of the previous name, or -1; names usually come in order
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
      place.moveTo(properties.name(selected), false);
      json.takeColon();
    }
    return selected;
  }

  /** Reads a name that is not data, such as a property name. */
  public String nextName() throws IOException {
    return name(false);
  }

  /** Reads a map key, which may be data. */
  public String nextKey() throws IOException {
    return name(true);
  }

  private String name(boolean isKey) throws MalformedJsonException {
    int start = start();
    String name = string(start, json.skipName());
    place.moveTo(name, isKey);
    json.takeColon();
    return name;
  }

  /** Returns the string that was read last, which starts at the given position. */
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
  JsonValue nextValue() throws IOException {
    byte first = json.next();
    int start = json.position;
    skipValue();
    return JsonValue.last(json, first, start);
  }

  /** Skips the value that comes next. */
  public void skipValue() throws IOException {
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

  /** Returns the path of the value that comes next or was read last. */
  String path() {
    return place.path();
  }

  /** Returns the path of the last failure in the document. */
  public String pathOfFailure() {
    return path() + pathInValue;
  }

  /**
   * Returns the failure for a next value that is not of the expected kind.
   *
   * @param expected what was expected, with its article, such as {@code "a string"}
   */
  CortexDataException mismatch(String expected) throws IOException {
    return JsonErrors.mismatch(expected, peek(), path());
  }

  /** Returns the value from an adapter, and fails if it is null. */
  <T> T requireValue(@Nullable T value, String expected) {
    if (value == null) {
      throw JsonErrors.foundNull(expected, path());
    }
    return value;
  }
}
