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
import java.util.List;
import java.util.Map;

/** Reads and writes {@link golden.model.Factory}. */
final class FactoryJsonAdapter
    extends ModelJsonAdapter<golden.model.Factory, golden.model.Factory.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Factory").optional("parts", JsonValue.Kind.ARRAY).build();

  private final JsonAdapter<List<golden.model.Factory>> partsAdapter;

  static JsonAdapter<golden.model.Factory> create(Moshi moshi) {
    return new FactoryJsonAdapter(moshi);
  }

  private FactoryJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    partsAdapter = JsonAdapters.list(moshi.adapter(golden.model.Factory.class));
  }

  @Override
  protected golden.model.Factory.Builder newBuilder() {
    return new golden.model.Factory.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, golden.model.Factory.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.parts(reader.<List<golden.model.Factory>>read(partsAdapter));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected golden.model.Factory build(
      golden.model.Factory.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(golden.model.Factory model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, golden.model.Factory model) throws IOException {
    writer.<List<golden.model.Factory>>optional("parts", partsAdapter, model.parts());
  }
}
