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
 * Lets the runs of a page share their versions: most carry the same one, byte for byte, and it is
 * often the largest part of a run.
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
   * An adapter that is created when the first value arrives: the adapter of a version needs some
   * thirty others, and many pages have no version.
   */
  private static final class LazyJsonAdapter<T> extends PartJsonAdapter<T> {
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
}
