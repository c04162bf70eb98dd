package ai.withcortex.client.steps;

import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.PartJsonAdapter;
import ai.withcortex.model.InputFieldType;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of types of input fields that the spec does not list. The definitions of fields are free
 * values for the spec, so no generated adapter looks into them.
 */
final class InputDriftJsonAdapter<T> extends PartJsonAdapter<T> {
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
  protected T read(ModelReader reader) throws IOException {
    DriftSink sink = reader.sinkOfNext();
    T model = reader.read(models);
    Map<String, JsonValue> definitions = input.apply(model);
    if (sink != null && definitions != null) {
      for (JsonValue definition : definitions.values()) {
        report(JsonReader.of(new Buffer().writeUtf8(definition.json())), "$.input.*", sink);
      }
    }
    return model;
  }

  /** Reads a definition as a stream: however deep the fields nest, each is looked at once. */
  private static void report(JsonReader field, String path, DriftSink sink) throws IOException {
    if (field.peek() != JsonReader.Token.BEGIN_OBJECT) {
      field.skipValue();
      return;
    }
    field.beginObject();
    while (field.hasNext()) {
      String name = field.nextName();
      if (name.equals("type") && field.peek() == JsonReader.Token.STRING) {
        if (!InputFieldType.of(field.nextString()).isKnown()) {
          sink.drifted(
              DriftKind.UNKNOWN_VALUE, "InputFieldType", path + ".type", JsonValue.Kind.STRING);
        }
      } else if (name.equals("fields") && field.peek() == JsonReader.Token.BEGIN_OBJECT) {
        field.beginObject();
        while (field.hasNext()) {
          field.skipName();
          report(field, path + ".fields.*", sink);
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
