package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is found in a value while it is read, to be told again where the same value stands. */
final class RecordedDrift {
  private final List<Found> found = new ArrayList<>();

  /** Reads a value; a reader without a sink is read as it is. */
  <T> T read(JsonReader reader, JsonAdapter<T> adapter) throws IOException {
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink == null) {
      return adapter.fromJson(reader);
    }
    reader.setTag(DriftSink.class, recording(sink, reader.getPath()));
    try {
      return adapter.fromJson(reader);
    } finally {
      reader.setTag(DriftSink.class, sink);
    }
  }

  /** A sink for the value at a path that tells another one. */
  DriftSink recording(DriftSink sink, String valuePath) {
    return (kind, schema, path, value) -> {
      found.add(new Found(kind, schema, path.substring(valuePath.length()), value));
      sink.drifted(kind, schema, path, value);
    };
  }

  /** Tells the reader's sink as if the value at which the reader stands were read again. */
  void repeat(JsonReader reader) {
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink != null && !found.isEmpty()) {
      repeat(sink, reader.getPath());
    }
  }

  /** Tells a sink as if the same value were read at this path. */
  void repeat(DriftSink sink, String valuePath) {
    found.forEach(each -> each.tell(sink, valuePath));
  }

  private static final class Found {
    private final DriftKind kind;
    private final String schema;
    private final String pathInValue;
    private final JsonValue.Kind value;

    Found(DriftKind kind, String schema, String pathInValue, JsonValue.Kind value) {
      this.kind = kind;
      this.schema = schema;
      this.pathInValue = pathInValue;
      this.value = value;
    }

    void tell(DriftSink sink, String valuePath) {
      sink.drifted(kind, schema, valuePath + pathInValue, value);
    }
  }
}
