package ai.withcortex.client;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.PartJsonAdapter;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the runs on a page share workflow versions. Most runs contain exactly the same version,
 * which is often the largest part of a run.
 */
final class SharedVersionsFactory implements JsonAdapter.Factory {
  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    return type == WorkflowVersion.class || type == WorkflowVersionDraft.class
        ? JsonAdapters.shared(
            new LazyJsonAdapter<>(() -> moshi.nextAdapter(this, type, annotations)))
        : null;
  }

  /**
   * Creates the underlying adapter when the first value is read. The adapter for a version needs
   * about thirty others, and many pages do not contain any versions.
   */
  private static final class LazyJsonAdapter<T> extends PartJsonAdapter<T> {
    private final Supplier<JsonAdapter<T>> supplier;

    /** The underlying adapter. Several threads may each create one, and any of them will do. */
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
}
