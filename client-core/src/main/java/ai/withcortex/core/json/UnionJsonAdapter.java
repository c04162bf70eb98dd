package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes each variant of a union with its own adapter, and reads every value as the unknown
 * variant, which keeps its exact JSON. An adapter built on top of this one reads values by label.
 */
public class UnionJsonAdapter<T> extends PartJsonAdapter<T> {
  private final Map<Class<? extends T>, JsonAdapter<? extends T>> adapters = new LinkedHashMap<>();
  private final JsonAdapter<? extends T> unknown;

  public UnionJsonAdapter(UnionType<T> union, Moshi moshi) {
    for (Class<? extends T> variant : union.variants().values()) {
      adapters.put(variant, moshi.adapter(variant));
    }
    this.unknown = moshi.adapter(union.unknown());
    adapters.put(union.unknown(), unknown);
  }

  @Override
  protected T read(ModelReader reader) throws IOException {
    return reader.read(unknown);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull("a variant", writer.getPath());
    }
    for (Map.Entry<Class<? extends T>, JsonAdapter<? extends T>> variant : adapters.entrySet()) {
      if (variant.getKey().isInstance(value)) {
        write(writer, variant.getValue(), value);
        return;
      }
    }
    throw new IllegalArgumentException(
        value.getClass()
            + " is not a variant that can be written; use one of "
            + adapters.keySet());
  }

  @SuppressWarnings("unchecked") // The value is an instance of the adapter's class.
  private static <V> void write(JsonWriter writer, JsonAdapter<V> adapter, Object value)
      throws IOException {
    adapter.toJson(writer, (V) value);
  }
}
