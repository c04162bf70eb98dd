package ai.withcortex.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is found in a value while it is read, to be told again where the same value stands. */
final class RecordedDrift {
  /** The recording of the value around, if there is one. */
  final @Nullable RecordedDrift outer;

  /** How many containers the value stands in. */
  final int depth;

  /** Made when something is found. */
  private List<Found> found = Collections.emptyList();

  RecordedDrift(@Nullable RecordedDrift outer, int depth) {
    this.outer = outer;
    this.depth = depth;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  void add(DriftKind kind, String schema, String pathInValue, JsonValue.Kind value) {
    if (found.isEmpty()) {
      found = new ArrayList<>();
    }
    found.add(new Found(kind, schema, pathInValue, value));
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
