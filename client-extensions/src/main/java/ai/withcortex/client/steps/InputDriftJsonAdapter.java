package ai.withcortex.client.steps;

import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.PartJsonAdapter;
import ai.withcortex.model.InputFieldType;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reports types of input fields that are not in the spec. In the spec, definitions of fields are
 * free-form values, so no generated adapter checks them.
 */
final class InputDriftJsonAdapter<T> extends PartJsonAdapter<T> {
  private final JsonAdapter<T> models;
  private final JsonAdapter<InputFieldType> types;
  private final Function<T, @Nullable Map<String, JsonValue>> input;

  /**
   * @param input returns the definitions in the {@code input} of a model
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

  /** Reads a definition in a single pass, no matter how deep its fields nest. */
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
