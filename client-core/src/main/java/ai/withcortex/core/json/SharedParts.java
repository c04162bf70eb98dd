package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects with the same bytes in a document as one instance: an object with the same bytes as
 * one of the last 256 objects of its adapter is not parsed again. Keeps the positions of the
 * objects, not copies.
 */
final class SharedParts {
  /** The number of most recent distinct objects remembered for each adapter. */
  private static final int LIMIT = 256;

  private final ReaderDrift drift;
  private final Map<JsonAdapter<?>, Deque<Known<?>>> latest = new HashMap<>();

  SharedParts(ReaderDrift drift) {
    this.drift = drift;
  }

  <T> T read(ModelReader reader, JsonAdapter<T> objects) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return reader.read(objects);
    }
    Deque<Known<T>> values = latest(objects);
    for (Known<T> known : values) {
      if (reader.skipsAgain(known.start, known.end)) {
        drift.repeat(known.drift);
        values.remove(known);
        values.addFirst(known);
        return known.value;
      }
    }
    int start = reader.start();
    ReaderDrift.Recording recorded = drift.record();
    T value;
    try {
      value = reader.read(objects);
    } finally {
      drift.end(recorded);
    }
    values.addFirst(new Known<>(value, start, reader.position(), recorded));
    if (values.size() > LIMIT) {
      values.removeLast();
    }
    return value;
  }

  @SuppressWarnings("unchecked") // All values of an adapter have its type.
  private <T> Deque<Known<T>> latest(JsonAdapter<T> objects) {
    Deque<?> values = latest.computeIfAbsent(objects, any -> new ArrayDeque<>());
    return (Deque<Known<T>>) values;
  }

  /** A value, its position, and the deviations found in it. */
  private static final class Known<T> {
    final T value;
    final int start;
    final int end;
    final ReaderDrift.Recording drift;

    Known(T value, int start, int end, ReaderDrift.Recording drift) {
      this.value = value;
      this.start = start;
      this.end = end;
      this.drift = drift;
    }
  }

  /** Reads with the shared objects of the given reader. */
  static final class Adapter<T> extends PartJsonAdapter<T> {
    private final JsonAdapter<T> objects;

    Adapter(JsonAdapter<T> objects) {
      this.objects = objects;
    }

    @Override
    protected T read(ModelReader reader) throws IOException {
      return reader.readShared(objects);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      objects.toJson(writer, value);
    }
  }
}
