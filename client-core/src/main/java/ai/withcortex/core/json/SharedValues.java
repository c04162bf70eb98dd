package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Makes equal values of one document one instance, where their {@linkplain #adapter adapter} is
 * made for it. A value with the bytes of one that was read before is not decoded again.
 */
public final class SharedValues {
  /** How many different values of each adapter are remembered: those that were met last. */
  private static final int LIMIT = 8;

  private final Buffer document;
  private final Map<JsonAdapter<?>, Deque<Known<?>>> latest = new HashMap<>();

  private SharedValues(Buffer document) {
    this.document = document;
  }

  /**
   * Returns a strict reader of a document that has been received as a whole, which it consumes. It
   * keeps the bytes of up to 8 values for each adapter as long as it lives.
   */
  public static JsonReader reader(Buffer document) {
    JsonReader reader = JsonReader.of(requireNonNull(document, "document == null"));
    reader.setTag(SharedValues.class, new SharedValues(document));
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
    for (Known<T> known : values) {
      if (document.rangeEquals(0, known.bytes)) {
        known.reportDrift(reader);
        reader.skipValue();
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
   * Decodes the object and takes its bytes from what that consumes of the document. The reader has
   * consumed the bracket that opens it before, here and whenever bytes are compared.
   */
  private <T> Known<T> decode(JsonReader reader, JsonAdapter<T> objects) throws IOException {
    Buffer ahead = document.clone();
    List<Consumer<DriftSink>> drift = new ArrayList<>();
    T value = decode(reader, objects, drift);
    return new Known<>(value, ahead.readByteString(ahead.size() - document.size()), drift);
  }

  private static <T> T decode(
      JsonReader reader, JsonAdapter<T> objects, List<Consumer<DriftSink>> drift)
      throws IOException {
    DriftSink sink = reader.tag(DriftSink.class);
    if (sink == null) {
      return objects.fromJson(reader);
    }
    DriftSink recording =
        (kind, schema, path, found) -> {
          drift.add(again -> again.drifted(kind, schema, path, found));
          sink.drifted(kind, schema, path, found);
        };
    reader.setTag(DriftSink.class, recording);
    try {
      return objects.fromJson(reader);
    } finally {
      reader.setTag(DriftSink.class, sink);
    }
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
    private final List<Consumer<DriftSink>> drift;

    Known(T value, ByteString bytes, List<Consumer<DriftSink>> drift) {
      this.value = value;
      this.bytes = bytes;
      this.drift = drift;
    }

    /** Tells of it as if the value were decoded again; its path is that of the first. */
    void reportDrift(JsonReader reader) {
      @Nullable DriftSink sink = reader.tag(DriftSink.class);
      if (sink != null) {
        drift.forEach(found -> found.accept(sink));
      }
    }
  }
}
