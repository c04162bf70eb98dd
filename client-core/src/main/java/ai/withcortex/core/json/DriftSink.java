package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Locale;
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
   * Makes every deviation an error, a {@link CortexDataException} with its path; for tests that
   * want to know of the first.
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
   * Takes a deviation.
   *
   * @param schema the name of the schema that does not hold, that is the object's, the enum's or
   *     the union's; {@code map} for a repeated key of one
   * @param path the JSON path, such as {@code $[17].steps[0].color}; a star stands for the key of a
   *     map
   * @param found the kind of the value there
   */
  void drifted(DriftKind kind, String schema, String path, JsonValue.Kind found);

  /**
   * Tells the sink of Moshi's reader, if it has one, of the property or value at the reader's
   * position.
   */
  static void report(JsonReader reader, DriftKind kind, String schema) throws IOException {
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink != null) {
      sink.drifted(kind, schema, reader.getPath(), JsonValue.Kind.of(reader.peek()));
    }
  }
}
