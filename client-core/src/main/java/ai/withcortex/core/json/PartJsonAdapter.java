package ai.withcortex.core.json;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a {@link ModelReader}. It takes the bytes of a value from a Moshi reader and reads
 * them as strictly as a document, even if that reader is lenient; drift goes to the sink of that
 * reader. Failures and drift have their paths in the whole document.
 *
 * @param <T> the type of the values, which are never null
 */
public abstract class PartJsonAdapter<T> extends JsonAdapter<T> {
  /** Returns the token that all values begin with; null if there are several. */
  JsonReader.@Nullable Token token() {
    return null;
  }

  /** Reads the value that comes next. */
  protected abstract T read(ModelReader reader) throws IOException;

  /**
   * Reads the value at the position of Moshi's reader.
   *
   * @throws com.squareup.moshi.JsonEncodingException if the value is malformed JSON
   */
  @Override
  public final T fromJson(JsonReader reader) throws IOException {
    return MoshiValue.read(reader, this);
  }

  /** Returns the JSON of a value, with the paths of failures below the given path. */
  static <V> JsonValue written(Writing<V> writing, V value, String path) throws IOException {
    Buffer text = new Buffer();
    try {
      writing.write(JsonWriter.of(text), value);
    } catch (CortexDataException e) {
      throw JsonErrors.standingAt(path, e);
    }
    return new JsonValue(text.readByteArray());
  }

  /** Writes a value, as adapters do. */
  interface Writing<V> {
    void write(JsonWriter writer, V value) throws IOException;
  }
}
