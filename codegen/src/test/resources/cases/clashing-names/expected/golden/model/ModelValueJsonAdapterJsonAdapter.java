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

/** Reads and writes {@link ModelValueJsonAdapter}. */
final class ModelValueJsonAdapterJsonAdapter
    extends ModelJsonAdapter<ModelValueJsonAdapter, ModelValueJsonAdapter.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("ModelValueJsonAdapter").optional("value", JsonValue.Kind.STRING).build();

  private final JsonAdapter<ModelValue> valueAdapter;

  static JsonAdapter<ModelValueJsonAdapter> create(Moshi moshi) {
    return new ModelValueJsonAdapterJsonAdapter(moshi);
  }

  private ModelValueJsonAdapterJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    valueAdapter = moshi.adapter(ModelValue.class);
  }

  @Override
  protected ModelValueJsonAdapter.Builder newBuilder() {
    return new ModelValueJsonAdapter.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, ModelValueJsonAdapter.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.value(reader.<ModelValue>read(valueAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected ModelValueJsonAdapter build(
      ModelValueJsonAdapter.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(ModelValueJsonAdapter model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, ModelValueJsonAdapter model) throws IOException {
    writer.<ModelValue>optional("value", valueAdapter, model.value());
  }
}
