package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reports deviations at the position of a reader to a sink, and records those of the objects being
 * read.
 */
final class ReaderDrift {
  private final JsonPlace place;
  private final @Nullable DriftSink sink;

  /** The recording of the innermost object that may be repeated. */
  private @Nullable RecordedDrift recording;

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
   * Returns a sink for the next value with paths as in a document of its own; null if there is no
   * sink.
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
      for (RecordedDrift each = recording; each != null; each = each.outer) {
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

  /** Returns whether the sink has thrown this; its path is then already that of the document. */
  boolean hasThrown(CortexDataException failure) {
    return failure.equals(thrown);
  }

  /** Reports no drift while the code runs. */
  <R> @Nullable R withoutTelling(ModelReader.Ahead<R> ahead) throws IOException {
    boolean wasSilent = isSilent;
    isSilent = true;
    try {
      return ahead.read();
    } finally {
      isSilent = wasSilent;
    }
  }

  /** Starts to record the deviations in the value that comes next. */
  RecordedDrift record() {
    recording = new RecordedDrift(recording, place.depth());
    return recording;
  }

  void end(RecordedDrift ended) {
    recording = ended.outer;
  }

  /** Reports the deviations of a value again for an equal one that was read last. */
  void repeat(RecordedDrift drift) {
    if (!drift.isEmpty()) {
      drift.repeat(this::tell, place.driftPath());
    }
  }
}
