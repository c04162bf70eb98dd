package ai.withcortex.core.json;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.JsonPlace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports deviations at the position of a reader to a sink, and records the deviations in the
 * objects being read.
 */
final class ReaderDrift {
  private final JsonPlace place;
  private final @Nullable DriftSink sink;

  /** The recording of the innermost object that may be repeated. */
  private @Nullable Recording recording;

  private boolean isSilent;
  private @Nullable CortexDataException thrown;

  ReaderDrift(JsonPlace place, @Nullable DriftSink sink) {
    this.place = place;
    this.sink = sink;
  }

  boolean isHeard() {
    return sink != null && !isSilent;
  }

  /**
   * Returns a sink that takes drift in the next value with paths relative to that value, or null if
   * there is no sink.
   */
  @Nullable DriftSink ofNext() {
    if (sink == null) {
      return null;
    }
    return (kind, schema, path, found) ->
        tell(
            kind, schema, place.driftPath() + path.substring(ModelReader.DOCUMENT.length()), found);
  }

  void report(DriftKind kind, String schema, JsonValue.Kind found) {
    if (sink != null) {
      tell(kind, schema, place.driftPath(), found);
    }
  }

  private void tell(DriftKind kind, String schema, String path, JsonValue.Kind found) {
    if (sink != null && !isSilent) {
      for (Recording each = recording; each != null; each = each.outer) {
        int start = place.driftPath(each.depth).length();
        each.add(kind, schema, path.substring(start), found);
      }
      try {
        sink.drifted(kind, schema, path, found);
      } catch (CortexDataException e) {
        thrown = e;
        throw e;
      }
    }
  }

  /**
   * Returns whether the sink threw the given failure; if so, its path already starts at the
   * document.
   */
  boolean hasThrown(CortexDataException failure) {
    return failure.equals(thrown);
  }

  /** Runs the code without reporting drift. */
  <R> @Nullable R withoutTelling(ModelReader.Ahead<R> ahead) throws IOException {
    boolean wasSilent = isSilent;
    isSilent = true;
    try {
      return ahead.read();
    } finally {
      isSilent = wasSilent;
    }
  }

  /** Starts recording the deviations in the value that comes next. */
  Recording record() {
    recording = new Recording(recording, place.depth());
    return recording;
  }

  void end(Recording ended) {
    recording = ended.outer;
  }

  /** Reports the deviations of a value again for an equal value that was read last. */
  void repeat(Recording drift) {
    if (!drift.isEmpty()) {
      drift.repeat(this::tell, place.driftPath());
    }
  }

  /**
   * Records the deviations in a value while it is read, to report them again for an equal value.
   */
  static final class Recording {
    /** The recording of the enclosing value, if there is one. */
    final @Nullable Recording outer;

    /** The number of containers around the value. */
    final int depth;

    /** Created on the first deviation. */
    private List<Found> found = Collections.emptyList();

    Recording(@Nullable Recording outer, int depth) {
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

    /** Reports the deviations to a sink as if an equal value had been read at the given path. */
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
}
