package ai.withcortex.core.json;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Receives the differences between a JSON document and the spec while the document is read.
 *
 * <p>To attach a sink to a reader, use {@code reader.setTag(DriftSink.class, sink)}. The sink is
 * called on the thread that reads. A reader without a sink reads the same values.
 */
@FunctionalInterface
public interface DriftSink {
  /**
   * Throws a {@link CortexDataException} with the path of the first deviation; intended for tests.
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
   * @param schema the name of the violated object, enum or union schema, or {@code map} for a
   *     repeated map key
   * @param path the JSON path, such as {@code $[17].steps[0].color}, with a star in place of each
   *     map key
   * @param found the kind of the value at that path
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
