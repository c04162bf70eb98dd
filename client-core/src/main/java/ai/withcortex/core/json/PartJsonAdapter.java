package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;

/**
 * Reads from Moshi's readers and from the bytes of a page alike. An adapter that is none of these
 * is given a Moshi reader, of its own if the page is read from its bytes.
 *
 * @param <T> what is read; null is not
 */
public abstract class PartJsonAdapter<T> extends JsonAdapter<T> {
  /** Reads the value that comes next. */
  protected abstract T read(ModelReader reader) throws IOException;

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    return read(new MoshiReader(reader));
  }
}
