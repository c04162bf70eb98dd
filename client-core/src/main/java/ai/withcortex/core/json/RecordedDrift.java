package ai.withcortex.core.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records the deviations in a value while it is read, to report them again for an equal value. */
final class RecordedDrift {
  /** The recording of the enclosing value, if there is one. */
  final @Nullable RecordedDrift outer;

  /** The number of containers around the value. */
  final int depth;

  /** Created on the first deviation. */
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

  /** Reports the deviations to a sink as if the same value were read at this path. */
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
