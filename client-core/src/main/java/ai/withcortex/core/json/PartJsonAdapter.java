package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;

/** Reads from Moshi's readers and from the bytes of a page alike. */
abstract class PartJsonAdapter<T> extends JsonAdapter<T> {
  /** Reads the value that comes next. */
  abstract T read(ModelReader reader) throws IOException;

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    return read(new MoshiReader(reader));
  }
}
