package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the properties of one model: the listed ones in order, then the additional ones. */
public final class ModelWriter {
  private final JsonWriter writer;
  private final Map<String, JsonValue> additional;

  /** The listed names among the additional ones that have been written, so must not be again. */
  private final Set<String> written = new HashSet<>();

  ModelWriter(JsonWriter writer, Map<String, JsonValue> additional) {
    this.writer = writer;
    this.additional = additional;
  }

  /** Writes a property that is always there; JSON null for null. */
  public <V> ModelWriter required(String name, JsonAdapter<V> adapter, @Nullable V value)
      throws IOException {
    writer.name(name);
    if (value == null) {
      writer.nullValue();
    } else {
      adapter.toJson(writer, value);
    }
    if (!additional.isEmpty()) {
      written.add(name);
    }
    return this;
  }

  /** Writes a property unless it is null. */
  public <V> ModelWriter optional(String name, JsonAdapter<V> adapter, @Nullable V value)
      throws IOException {
    return value == null ? this : required(name, adapter, value);
  }

  void writeAdditional() throws IOException {
    for (Map.Entry<String, JsonValue> property : additional.entrySet()) {
      if (!written.contains(property.getKey())) {
        writer.name(property.getKey());
        JsonAdapters.JSON_VALUE.toJson(writer, property.getValue());
      }
    }
  }
}
