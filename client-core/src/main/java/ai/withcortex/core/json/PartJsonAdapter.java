package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a {@link ModelReader}. A reader of Moshi's hands over the bytes of the value, which
 * are read as strictly as a document, even if that reader is lenient; the sink that it has hears of
 * drift. Failures and drift have the paths of the whole document.
 *
 * @param <T> what is read; null is not
 */
public abstract class PartJsonAdapter<T> extends JsonAdapter<T> {
  /** What all values begin with; null if that is not one token. */
  JsonReader.@Nullable Token token() {
    return null;
  }

  /** Reads the value that comes next. */
  protected abstract T read(ModelReader reader) throws IOException;

  /**
   * Reads the value at which Moshi's reader stands.
   *
   * @throws com.squareup.moshi.JsonEncodingException if it is no JSON
   */
  @Override
  public final T fromJson(JsonReader reader) throws IOException {
    return MoshiValue.read(reader, this);
  }
}
