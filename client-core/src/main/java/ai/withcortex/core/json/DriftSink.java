package ai.withcortex.core.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Hears where a JSON document differs from the spec while it is read.
 *
 * <p>It is attached to a reader as a tag, {@code reader.setTag(DriftSink.class, sink)}, and called
 * on the thread that reads. A reader without one is read alike.
 */
@FunctionalInterface
public interface DriftSink {
  /**
   * Takes a deviation.
   *
   * @param path the JSON path, such as {@code $[17].steps[0].color}
   */
  void drifted(DriftKind kind, String path);

  /** Tells the reader's sink, if it has one, of the property or value at the reader's position. */
  static void report(JsonReader reader, DriftKind kind) {
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink != null) {
      sink.drifted(kind, reader.getPath());
    }
  }

  /** The same for the value that was read last. */
  static void reportLast(JsonReader reader, DriftKind kind) throws IOException {
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink != null) {
      sink.drifted(kind, JsonErrors.pathOfLast(reader));
    }
  }
}
