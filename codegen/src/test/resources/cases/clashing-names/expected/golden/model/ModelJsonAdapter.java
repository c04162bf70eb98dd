// Generated from "Clashing names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelProperties;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.ModelWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;

/** Reads and writes {@link Model}. */
final class ModelJsonAdapter
    extends ai.withcortex.core.json.ModelJsonAdapter<Model, Model.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Model").optional("name", JsonValue.Kind.STRING).build();

  static JsonAdapter<Model> create(Moshi moshi) {
    return new ModelJsonAdapter(moshi);
  }

  private ModelJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Model.Builder newBuilder() {
    return new Model.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Model.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.name(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Model build(Model.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Model model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Model model) throws IOException {
    writer.<String>optional("name", JsonAdapters.STRING, model.name());
  }
}
