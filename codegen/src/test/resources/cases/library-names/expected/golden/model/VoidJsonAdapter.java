// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelJsonAdapter;
import ai.withcortex.core.json.ModelProperties;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.ModelWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;

/** Reads and writes {@link Void}. */
final class VoidJsonAdapter extends ModelJsonAdapter<Void, Void.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Void").optional("count", JsonValue.Kind.NUMBER).build();

  static JsonAdapter<Void> create(Moshi moshi) {
    return new VoidJsonAdapter(moshi);
  }

  private VoidJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Void.Builder newBuilder() {
    return new Void.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Void.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.count(reader.<Integer>read(JsonAdapters.INTEGER));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected Void build(Void.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Void model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Void model) throws IOException {
    writer.<Integer>optional("count", JsonAdapters.INTEGER, model.count());
  }
}
