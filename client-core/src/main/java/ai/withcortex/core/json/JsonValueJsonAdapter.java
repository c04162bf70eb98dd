package ai.withcortex.core.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Copies the text of JSON values from the source and to the sink, and checks it on the way in. */
final class JsonValueJsonAdapter extends PartJsonAdapter<JsonValue> {
  @Override
  protected JsonValue read(ModelReader reader) throws IOException {
    return reader.nextValue();
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable JsonValue value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull("a value", writer.getPath());
    }
    try (BufferedSink sink = writer.valueSink()) {
      sink.write(value.utf8());
    }
  }
}
