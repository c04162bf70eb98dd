package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON arrays with one adapter for all elements. */
final class ListJsonAdapter<T> extends PartJsonAdapter<List<T>> {
  private static final String EXPECTED = "an array";

  private final JsonAdapter<T> elements;

  ListJsonAdapter(JsonAdapter<T> elements) {
    this.elements = elements;
  }

  @Override
  JsonReader.Token token() {
    return JsonReader.Token.BEGIN_ARRAY;
  }

  @Override
  protected List<T> read(ModelReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_ARRAY) {
      throw reader.mismatch(EXPECTED);
    }
    List<T> list = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      list.add(reader.requireValue(reader.read(elements), "an element"));
    }
    reader.endArray();
    return Collections.unmodifiableList(list);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable List<T> value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull(EXPECTED, writer.getPath());
    }
    writer.beginArray();
    for (T element : value) {
      if (element == null) {
        throw JsonErrors.foundNull("an element", writer.getPath());
      }
      elements.toJson(writer, element);
    }
    writer.endArray();
  }
}
