package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads through the {@link SharedValues} of its reader, if it has them. */
final class SharedValueJsonAdapter<T> extends JsonAdapter<T> {
  private final JsonAdapter<T> objects;

  SharedValueJsonAdapter(JsonAdapter<T> objects) {
    this.objects = objects;
  }

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    @Nullable SharedValues shared = reader.tag(SharedValues.class);
    return shared == null ? objects.fromJson(reader) : shared.read(reader, objects);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    objects.toJson(writer, value);
  }
}
