package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of one document that have the same bytes one instance, where their {@linkplain
 * #adapter adapter} is made for it. What has the bytes of one of the last 256 is not decoded again.
 */
public final class SharedValues {
  /** How many different values of each adapter are remembered: those that were met last. */
  static final int LIMIT = 256;

  private final @Nullable Document document;
  private final Map<JsonAdapter<?>, Deque<Known<?>>> latest = new HashMap<>();

  private SharedValues(@Nullable Document document) {
    this.document = document;
  }

  /**
   * Returns a strict reader of a document that has been received as a whole, which it consumes. It
   * keeps the bytes of the document as long as it lives.
   */
  public static JsonReader reader(Buffer document) {
    Document whole = new Document(requireNonNull(document, "document == null"));
    JsonReader reader = JsonReader.of(whole.source);
    new SharedValues(whole).attach(reader);
    return reader;
  }

  /**
   * Returns what several readers can share. Every value is decoded, and compared by what is written
   * for it.
   */
  public static SharedValues ofSeveralReaders() {
    return new SharedValues(null);
  }

  /** Has a reader share its values, for which it is cheap to look ahead. */
  public void attach(JsonReader reader) {
    reader.setTag(SharedValues.class, this);
    Lookahead.isCheapFor(reader);
  }

  /**
   * Returns an adapter whose values are shared if a reader shares them; with other readers it does
   * what {@code objects} does.
   *
   * @param objects the adapter of immutable values that are JSON objects
   */
  public static <T> JsonAdapter<T> adapter(JsonAdapter<T> objects) {
    return new SharedValueJsonAdapter<>(requireNonNull(objects, "objects == null"));
  }

  /** Reads the object at which the reader stands, or moves over it if its bytes are known. */
  <T> T read(JsonReader reader, JsonAdapter<T> objects) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return objects.fromJson(reader);
    }
    Deque<Known<T>> values = latest(objects);
    for (Known<T> known : values) {
      if (document != null && document.goesOnWith(known.bytes)) {
        known.drift.repeat(reader);
        reader.skipValue();
        values.remove(known);
        values.addFirst(known);
        return known.value;
      }
    }
    Known<T> decoded = decode(reader, objects);
    for (Known<T> known : values) {
      if (document == null && decoded.bytes.equals(known.bytes)) {
        return known.value;
      }
    }
    remember(decoded, values);
    return decoded.value;
  }

  private static <T> void remember(Known<T> decoded, Deque<Known<T>> values) {
    values.addFirst(decoded);
    if (values.size() > LIMIT) {
      values.removeLast();
    }
  }

  private <T> Known<T> decode(JsonReader reader, JsonAdapter<T> objects) throws IOException {
    int start = document == null ? 0 : document.position();
    RecordedDrift drift = new RecordedDrift();
    T value = drift.read(reader, objects);
    ByteString bytes =
        document == null ? ByteString.encodeUtf8(objects.toJson(value)) : document.from(start);
    return new Known<>(value, bytes, drift);
  }

  @SuppressWarnings("unchecked") // An adapter's values are of its type.
  private <T> Deque<Known<T>> latest(JsonAdapter<T> objects) {
    Deque<?> values = latest.computeIfAbsent(objects, any -> new ArrayDeque<>());
    return (Deque<Known<T>>) values;
  }

  /** A document and how much of it is read. */
  private static final class Document {
    private final ByteString bytes;

    /** What the source has not taken yet. */
    private final Buffer ahead;

    final BufferedSource source;

    Document(Buffer document) {
      this.bytes = document.snapshot();
      this.ahead = document;
      // Not the document itself: a reader that looks ahead costs what its source has in memory.
      this.source = Okio.buffer((Source) document);
    }

    /**
     * Where the reader is. It has consumed the bracket that opens an object before it, here and
     * whenever bytes are compared.
     */
    int position() {
      return (int) (bytes.size() - ahead.size() - source.getBuffer().size());
    }

    ByteString from(int start) {
      return bytes.substring(start, position());
    }

    boolean goesOnWith(ByteString next) {
      return bytes.rangeEquals(position(), next, 0, next.size());
    }
  }

  /** A value, what it is made of, and what was found in it. */
  private static final class Known<T> {
    final T value;
    final ByteString bytes;
    final RecordedDrift drift;

    Known(T value, ByteString bytes, RecordedDrift drift) {
      this.value = value;
      this.bytes = bytes;
      this.drift = drift;
    }
  }
}
