package ai.withcortex.client;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
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
}
