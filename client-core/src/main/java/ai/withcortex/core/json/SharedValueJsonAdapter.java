package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads objects that may be the same as others of their document. */
final class SharedValueJsonAdapter<T> extends PartJsonAdapter<T> {
  private final JsonAdapter<T> objects;

  SharedValueJsonAdapter(JsonAdapter<T> objects) {
    this.objects = objects;
  }

  @Override
  protected T read(ModelReader reader) throws IOException {
    return reader.readShared(objects);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    objects.toJson(writer, value);
  }
}
