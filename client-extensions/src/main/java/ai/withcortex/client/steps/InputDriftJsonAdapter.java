package ai.withcortex.client.steps;

import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputFieldType;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells of types of input fields that the spec does not list. The definitions of fields are free
 * values for the spec, so no generated adapter looks into them.
 */
final class InputDriftJsonAdapter<T> extends JsonAdapter<T> {
  private final JsonAdapter<T> models;
  private final Function<T, @Nullable Map<String, JsonValue>> input;

  /**
   * @param input the definitions that a model has as its {@code input}
   */
  InputDriftJsonAdapter(
      JsonAdapter<T> models, Function<T, @Nullable Map<String, JsonValue>> input) {
    this.models = models;
    this.input = input;
  }

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    @Nullable DriftSink sink = reader.tag(DriftSink.class);
    if (sink == null) {
      return models.fromJson(reader);
    }
    String path = reader.getPath() + ".input";
    T model = models.fromJson(reader);
    report(InputFields.of(input.apply(model)), path, sink);
    return model;
  }

  private static void report(InputFields fields, String path, DriftSink sink) {
    for (InputField field : fields) {
      InputFieldType type = field.type();
      if (type != null && !type.isKnown()) {
        sink.drifted(
            DriftKind.UNKNOWN_VALUE, "InputFieldType", path + ".*.type", JsonValue.Kind.STRING);
      }
      report(field.fields(), path + ".*.fields", sink);
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T model) throws IOException {
    models.toJson(writer, model);
  }
}
