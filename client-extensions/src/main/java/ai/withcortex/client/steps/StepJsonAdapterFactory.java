package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.UnionType;
import ai.withcortex.model.InputFieldType;
import ai.withcortex.model.InputStep;
import ai.withcortex.model.ModelJsonAdapterFactory;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates Moshi adapters that read each {@link WorkflowStep} as the class for its {@code type}. A
 * step of an unknown type becomes an {@link ai.withcortex.model.UnknownWorkflowStep}, which keeps
 * its exact JSON. The adapters report unknown steps, and unknown types of input fields, to a {@link
 * ai.withcortex.core.json.DriftSink}.
 *
 * <p>The types and their labels come from the generated code, so unions that the spec gains later
 * work as well. Add this factory before {@link ModelJsonAdapterFactory}.
 */
public final class StepJsonAdapterFactory implements JsonAdapter.Factory {
  private StepJsonAdapterFactory() {}

  /** Returns a factory to add to a {@code Moshi.Builder}. */
  public static StepJsonAdapterFactory create() {
    return new StepJsonAdapterFactory();
  }

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (!annotations.isEmpty()) {
      return null;
    }
    if (type == InputStep.class) {
      return telling(InputStep.class, InputStep::input, moshi);
    }
    if (type == WorkflowVersion.class) {
      return telling(WorkflowVersion.class, WorkflowVersion::input, moshi);
    }
    if (type == WorkflowVersionDraft.class) {
      return telling(WorkflowVersionDraft.class, WorkflowVersionDraft::input, moshi);
    }
    if (!((type instanceof Class) && ((Class<?>) type).isInterface())) {
      // Every union is an interface; the list of unions names the variants.
      return null;
    }
    for (UnionType<?> union : ModelJsonAdapterFactory.unions()) {
      if (union.type() == type) {
        return byLabel(union, moshi);
      }
    }
    return null;
  }

  private <T> JsonAdapter<T> telling(
      Class<T> type, Function<T, @Nullable Map<String, JsonValue>> input, Moshi moshi) {
    return new InputDriftJsonAdapter<>(
        next(type, moshi), moshi.adapter(InputFieldType.class), input);
  }

  private <T> JsonAdapter<T> byLabel(UnionType<T> union, Moshi moshi) {
    return new LabelledUnionJsonAdapter<>(union, moshi, next(union.type(), moshi));
  }

  private <T> JsonAdapter<T> next(Class<T> type, Moshi moshi) {
    return moshi.nextAdapter(this, type, Collections.emptySet());
  }
}
