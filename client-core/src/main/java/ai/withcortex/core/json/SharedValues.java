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

/**
 * Makes equal values of one document one instance, where their {@linkplain #adapter adapter} is
 * made for it. A value with the bytes of one that was read before is not decoded again.
 */
public final class SharedValues {
  /** How many different values of each adapter are remembered: those that were met last. */
  private static final int LIMIT = 8;

  /** The whole document. */
  private final ByteString bytes;

  /** What the source has not taken of the document yet. */
  private final Buffer ahead;

  private final BufferedSource source;
  private final Map<JsonAdapter<?>, Deque<Known<?>>> latest = new HashMap<>();

  private SharedValues(Buffer document) {
    this.bytes = document.snapshot();
    this.ahead = document;
    // Not the document itself: a reader that looks ahead costs what its source has in memory.
    this.source = Okio.buffer((Source) document);
  }

  /**
   * Returns a strict reader of a document that has been received as a whole, which it consumes. It
   * keeps the bytes of the document as long as it lives.
   */
  public static JsonReader reader(Buffer document) {
    SharedValues values = new SharedValues(requireNonNull(document, "document == null"));
    JsonReader reader = JsonReader.of(values.source);
    reader.setTag(SharedValues.class, values);
    return reader;
  }

  /**
   * Returns an adapter whose values are shared within a document that is read by a {@linkplain
   * #reader reader} from here; with other readers it does what {@code objects} does.
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
    int position = position();
    for (Known<T> known : values) {
      if (bytes.rangeEquals(position, known.bytes, 0, known.bytes.size())) {
        known.drift.repeat(reader);
        reader.skipValue();
        values.remove(known);
        values.addFirst(known);
        return known.value;
      }
    }
    Known<T> decoded = decode(reader, objects);
    for (Known<T> known : values) {
      if (decoded.value.equals(known.value)) {
        return known.value;
      }
    }
    values.addFirst(decoded);
    if (values.size() > LIMIT) {
      values.removeLast();
    }
    return decoded.value;
  }

  /**
   * Where the reader is in the document. It has consumed the bracket that opens the object before
   * it, here and whenever bytes are compared.
   */
  private int position() {
    return (int) (bytes.size() - ahead.size() - source.getBuffer().size());
  }

  private <T> Known<T> decode(JsonReader reader, JsonAdapter<T> objects) throws IOException {
    int start = position();
    RecordedDrift drift = new RecordedDrift();
    T value = drift.read(reader, objects);
    return new Known<>(value, bytes.substring(start, position()), drift);
  }

  @SuppressWarnings("unchecked") // An adapter's values are of its type.
  private <T> Deque<Known<T>> latest(JsonAdapter<T> objects) {
    Deque<?> values = latest.computeIfAbsent(objects, any -> new ArrayDeque<>());
    return (Deque<Known<T>>) values;
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
