package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What {@link SharedValues} is for the bytes of a document: remembers where values stand, and keeps
 * no copies.
 */
final class SharedParts {
  private final Map<JsonAdapter<?>, Deque<Known<?>>> latest = new HashMap<>();

  <T> T read(BytesReader reader, JsonAdapter<T> objects) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return reader.read(objects);
    }
    Deque<Known<T>> values = latest(objects);
    for (Known<T> known : values) {
      if (reader.skipsAgain(known.start, known.end)) {
        reader.repeat(known.drift);
        values.remove(known);
        values.addFirst(known);
        return known.value;
      }
    }
    int start = reader.start();
    RecordedDrift drift = new RecordedDrift();
    T value = reader.readRecording(objects, drift);
    values.addFirst(new Known<>(value, start, reader.position(), drift));
    if (values.size() > SharedValues.LIMIT) {
      values.removeLast();
    }
    return value;
  }

  @SuppressWarnings("unchecked") // An adapter's values are of its type.
  private <T> Deque<Known<T>> latest(JsonAdapter<T> objects) {
    Deque<?> values = latest.computeIfAbsent(objects, any -> new ArrayDeque<>());
    return (Deque<Known<T>>) values;
  }

  /** A value, where it stands, and what was found in it. */
  private static final class Known<T> {
    final T value;
    final int start;
    final int end;
    final RecordedDrift drift;

    Known(T value, int start, int end, RecordedDrift drift) {
      this.value = value;
      this.start = start;
      this.end = end;
      this.drift = drift;
    }
  }
}
