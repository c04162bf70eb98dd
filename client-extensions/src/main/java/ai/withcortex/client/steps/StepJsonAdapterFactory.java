package ai.withcortex.client.steps;

import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.PartJsonAdapter;
import ai.withcortex.core.json.UnionType;
import ai.withcortex.model.InputFieldType;
import ai.withcortex.model.InputStep;
import ai.withcortex.model.ModelJsonAdapterFactory;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Creates Moshi adapters that read each {@link WorkflowStep} as the class for its {@code type}. A
 * step of an unknown type is read as an {@link ai.withcortex.model.UnknownWorkflowStep}, which
 * keeps its exact JSON. The adapters report unknown step types and unknown input field types to a
 * {@link ai.withcortex.core.json.DriftSink}.
 *
 * <p>The types and their labels come from the generated code, so unions added to the spec later
 * also work. Add this factory before {@link ModelJsonAdapterFactory}.
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
      // Only interfaces can be unions.
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

  /**
   * Reports input field types that are not in the spec. The spec defines input fields as free-form
   * values, so the generated adapters do not check them.
   */
  private static final class InputDriftJsonAdapter<T> extends PartJsonAdapter<T> {
    private final JsonAdapter<T> models;
    private final JsonAdapter<InputFieldType> types;
    private final Function<T, @Nullable Map<String, JsonValue>> input;

    /**
     * @param input returns the field definitions from the {@code input} of a model
     */
    InputDriftJsonAdapter(
        JsonAdapter<T> models,
        JsonAdapter<InputFieldType> types,
        Function<T, @Nullable Map<String, JsonValue>> input) {
      this.models = models;
      this.types = types;
      this.input = input;
    }

    @Override
    protected T read(ModelReader reader) throws IOException {
      DriftSink sink = reader.sinkOfNext();
      T model = reader.read(models);
      Map<String, JsonValue> definitions = input.apply(model);
      if (sink != null && definitions != null) {
        for (JsonValue definition : definitions.values()) {
          readField(ModelReader.of(definition, "$.input.*", sink));
        }
      }
      return model;
    }

    /** Reads a definition in a single pass, no matter how deeply its fields are nested. */
    private void readField(ModelReader field) throws IOException {
      if (field.peek() != Token.BEGIN_OBJECT) {
        field.skipValue();
        return;
      }
      field.beginObject();
      while (field.hasNext()) {
        String name = field.nextName();
        if (name.equals("type") && field.peek() == Token.STRING) {
          InputFieldType unused = field.read(types);
        } else if (name.equals("fields") && field.peek() == Token.BEGIN_OBJECT) {
          field.beginObject();
          while (field.hasNext()) {
            String unused = field.nextKey();
            readField(field);
          }
          field.endObject();
        } else {
          field.skipValue();
        }
      }
      field.endObject();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T model) throws IOException {
      models.toJson(writer, model);
    }
  }

  /**
   * Reads a union value with the adapter for its label, or with a fallback if there is no such
   * adapter.
   */
  private static final class LabelledUnionJsonAdapter<T> extends PartJsonAdapter<T> {
    private final String name;
    private final String discriminator;
    private final Map<String, JsonAdapter<? extends T>> byLabel = new HashMap<>();
    private final JsonAdapter<T> others;

    LabelledUnionJsonAdapter(UnionType<T> union, Moshi moshi, JsonAdapter<T> others) {
      this.name = union.name();
      this.discriminator = union.discriminator();
      union.variants().forEach((label, variant) -> byLabel.put(label, moshi.adapter(variant)));
      this.others = others;
    }

    @Override
    protected T read(ModelReader reader) throws IOException {
      // Without a label, the fallback reports the error.
      String label = reader.stringAhead(discriminator);
      JsonAdapter<? extends T> variant = byLabel.get(label);
      if (variant != null) {
        return reader.read(variant);
      }
      if (label != null) {
        reader.report(DriftKind.UNKNOWN_VARIANT, name);
      }
      return reader.read(others);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      others.toJson(writer, value);
    }
  }
}
