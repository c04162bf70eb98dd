// Generated from "Clashing names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelJsonAdapter;
import ai.withcortex.core.json.ModelProperties;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.ModelWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;

/** Reads and writes {@link UpperModel}. */
final class UpperModelJsonAdapter extends ModelJsonAdapter<UpperModel, UpperModel.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("MODEL").optional("model", JsonValue.Kind.OBJECT).build();

  private final JsonAdapter<Model> modelAdapter;

  static JsonAdapter<UpperModel> create(Moshi moshi) {
    return new UpperModelJsonAdapter(moshi);
  }

  private UpperModelJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    modelAdapter = moshi.adapter(Model.class);
  }

  @Override
  protected UpperModel.Builder newBuilder() {
    return new UpperModel.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, UpperModel.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.model(reader.<Model>read(modelAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected UpperModel build(
      UpperModel.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(UpperModel model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, UpperModel model) throws IOException {
    writer.<Model>optional("model", modelAdapter, model.model());
  }
}
