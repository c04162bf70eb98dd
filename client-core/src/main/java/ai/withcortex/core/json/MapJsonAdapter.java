package ai.withcortex.core.json;

import ai.withcortex.core.text.HalfSurrogates;
import ai.withcortex.core.text.JsonContainer;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON objects with arbitrary names and one adapter for all values. */
final class MapJsonAdapter<V> extends PartJsonAdapter<Map<String, V>> {
  private static final String EXPECTED = "an object";

  private final JsonAdapter<V> values;

  MapJsonAdapter(JsonAdapter<V> values) {
    this.values = values;
  }

  @Override
  JsonReader.Token token() {
    return JsonReader.Token.BEGIN_OBJECT;
  }

  @Override
  protected Map<String, V> read(ModelReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      throw reader.mismatch(EXPECTED);
    }
    Map<String, V> map = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextKey();
      if (map.containsKey(name)) {
        reader.report(DriftKind.REPEATED_NAME, "map");
      }
      map.put(name, reader.requireValue(reader.read(values), "a value"));
    }
    reader.endObject();
    return Collections.unmodifiableMap(map);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Map<String, V> value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull(EXPECTED, writer.getPath());
    }
    if (HalfSurrogates.inNames(value)) {
      HalfSurrogates.writeText(
          writer, JsonContainer.object(texts(value, writer.getPath()), JsonValue::json));
      return;
    }
    writer.beginObject();
    for (Map.Entry<String, V> member : value.entrySet()) {
      writer.name(member.getKey());
      if (member.getValue() == null) {
        throw JsonErrors.foundNull("a value", writer.getPath());
      }
      values.toJson(writer, member.getValue());
    }
    writer.endObject();
  }

  private Map<String, JsonValue> texts(Map<String, V> map, String mapPath) throws IOException {
    Map<String, JsonValue> texts = new LinkedHashMap<>();
    for (Map.Entry<String, V> member : map.entrySet()) {
      String path = mapPath + "." + member.getKey();
      if (member.getValue() == null) {
        throw JsonErrors.foundNull("a value", path);
      }
      texts.put(member.getKey(), written(values::toJson, member.getValue(), path));
    }
    return texts;
  }
}
