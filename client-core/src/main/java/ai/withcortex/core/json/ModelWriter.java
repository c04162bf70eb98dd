package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the properties of one model: the listed ones in order, then the additional ones. */
public final class ModelWriter {
  private final JsonWriter writer;
  private final Map<String, JsonValue> additional;

  /**
   * The names written so far, to prevent duplicates; empty if there are no additional properties.
   */
  private final Set<String> written;

  ModelWriter(JsonWriter writer, Map<String, JsonValue> additional) {
    this.writer = writer;
    this.additional = additional;
    this.written = additional.isEmpty() ? Collections.emptySet() : new HashSet<>();
  }

  /** Writes a property that is always present; a Java null becomes a JSON null. */
  public <V> void required(String name, JsonAdapter<V> adapter, @Nullable V value)
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
  }

  /** Writes a property unless it is null. */
  public <V> void optional(String name, JsonAdapter<V> adapter, @Nullable V value)
      throws IOException {
    if (value != null) {
      required(name, adapter, value);
    }
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
