// Generated from "Vendor extensions with which OpenAPI Generator would generate something else"
// 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Free}. */
final class FreeJsonAdapter extends ModelJsonAdapter<Free, Free.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Free").required("name", JsonValue.Kind.STRING).build();

  static JsonAdapter<Free> create(Moshi moshi) {
    return new FreeJsonAdapter(moshi);
  }

  private FreeJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Free.Builder newBuilder() {
    return new Free.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Free.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.name(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Free build(Free.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Free model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Free model) throws IOException {
    writer.<String>required("name", JsonAdapters.STRING, model.name());
  }
}
