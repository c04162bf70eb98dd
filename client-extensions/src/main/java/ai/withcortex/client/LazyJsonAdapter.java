package ai.withcortex.client;

import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.PartJsonAdapter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An adapter that is created when the first value arrives: the adapter of a version needs some
 * thirty others, and many pages have no version.
 */
final class LazyJsonAdapter<T> extends PartJsonAdapter<T> {
  private final Supplier<JsonAdapter<T>> supplier;

  /** Several threads may each create one; any of them will do. */
  private volatile @Nullable JsonAdapter<T> made;

  LazyJsonAdapter(Supplier<JsonAdapter<T>> supplier) {
    this.supplier = supplier;
  }

  @Override
  protected T read(ModelReader reader) throws IOException {
    return reader.read(adapter());
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    adapter().toJson(writer, value);
  }

  private JsonAdapter<T> adapter() {
    JsonAdapter<T> adapter = made;
    if (adapter == null) {
      adapter = supplier.get();
      made = adapter;
    }
    return adapter;
  }
}
