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

/** Reads and writes {@link AssertionError}. */
final class AssertionErrorJsonAdapter
    extends ModelJsonAdapter<AssertionError, AssertionError.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("AssertionError").optional("text", JsonValue.Kind.STRING).build();

  static JsonAdapter<AssertionError> create(Moshi moshi) {
    return new AssertionErrorJsonAdapter(moshi);
  }

  private AssertionErrorJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected AssertionError.Builder newBuilder() {
    return new AssertionError.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, AssertionError.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.text(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected AssertionError build(
      AssertionError.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(AssertionError model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, AssertionError model) throws IOException {
    writer.<String>optional("text", JsonAdapters.STRING, model.text());
  }
}
