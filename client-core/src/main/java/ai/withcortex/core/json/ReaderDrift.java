package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells a sink of deviations where a reader is, and records those of objects on their way. */
final class ReaderDrift {
  private final JsonPlace place;
  private final @Nullable DriftSink sink;

  /** Of the innermost object that may come again. */
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

  /** Hears of the value that comes next as of a document; null if nobody wants to. */
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

  /** Whether the sink has thrown this, which is of the document whoever told it. */
  boolean hasThrown(CortexDataException failure) {
    return failure.equals(thrown);
  }

  /** Has nobody told of what is found meanwhile. */
  <R> @Nullable R withoutTelling(ModelReader.Ahead<R> ahead) throws IOException {
    boolean wasSilent = isSilent;
    isSilent = true;
    try {
      return ahead.read();
    } finally {
      isSilent = wasSilent;
    }
  }

  /** Begins to record what is found in the value that comes next. */
  RecordedDrift record() {
    recording = new RecordedDrift(recording, place.depth());
    return recording;
  }

  void end(RecordedDrift ended) {
    recording = ended.outer;
  }

  /** Tells again what was found in a value that is the same as the one that was read last. */
  void repeat(RecordedDrift drift) {
    if (!drift.isEmpty()) {
      drift.repeat(this::tell, place.driftPath());
    }
  }
}
