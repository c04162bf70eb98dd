package ai.withcortex.core.json;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Receives the differences between a JSON document and the spec while the document is read.
 *
 * <p>Attach it to a reader as a tag, {@code reader.setTag(DriftSink.class, sink)}. It is called on
 * the thread that reads. A reader without a sink works the same way.
 */
@FunctionalInterface
public interface DriftSink {
  /**
   * Turns every deviation into a {@link CortexDataException} with its path, for tests that stop at
   * the first one.
   */
  DriftSink FAIL =
      (kind, schema, path, found) -> {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String problem =
            "Expected no drift from the spec but found "
                + name
                + " of "
                + schema
                + " ("
                + found.withArticle()
                + ")";
        throw JsonErrors.at(path, problem, null);
      };

  /**
   * Receives one deviation.
   *
   * @param schema the name of the violated schema, that is, of the object, the enum or the union;
   *     {@code map} for a repeated key of a map
   * @param path the JSON path, such as {@code $[17].steps[0].color}; a star stands for the key of a
   *     map
   * @param found the kind of the value there
   */
  void drifted(DriftKind kind, String schema, String path, JsonValue.Kind found);

  /**
   * Reports the property or value at the position of Moshi's reader to the reader's sink, if it has
   * one.
   */
  static void report(JsonReader reader, DriftKind kind, String schema) throws IOException {
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink != null) {
      sink.drifted(kind, schema, reader.getPath(), JsonValue.Kind.of(reader.peek()));
    }
  }
}
