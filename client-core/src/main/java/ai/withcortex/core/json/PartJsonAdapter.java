package ai.withcortex.core.json;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from a {@link ModelReader}. If the caller has a Moshi reader, takes the bytes of the
 * value from it and reads them as strictly as a document, even if the Moshi reader is lenient.
 * Drift is then sent to the sink of the Moshi reader. Paths of failures and drift refer to the
 * whole document.
 *
 * @param <T> the type of the values, which are never null
 */
public abstract class PartJsonAdapter<T> extends JsonAdapter<T> {
  /** Returns the token that all values start with; null if there are several such tokens. */
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

  /** Returns the JSON of a value. Paths of failures start with the given path. */
  static <V> JsonValue written(Writing<V> writing, V value, String path) throws IOException {
    Buffer text = new Buffer();
    try {
      writing.write(JsonWriter.of(text), value);
    } catch (CortexDataException e) {
      throw JsonErrors.standingAt(path, e);
    }
    return new JsonValue(text.readByteArray());
  }

  /** Writes a value like an adapter. */
  interface Writing<V> {
    void write(JsonWriter writer, V value) throws IOException;
  }
}
