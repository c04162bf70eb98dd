// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Value}. */
final class ValueJsonAdapter extends ModelJsonAdapter<Value, Value.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Value").optional("error", JsonValue.Kind.OBJECT).build();

  private final JsonAdapter<Error> errorAdapter;

  static JsonAdapter<Value> create(Moshi moshi) {
    return new ValueJsonAdapter(moshi);
  }

  private ValueJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    errorAdapter = moshi.adapter(Error.class);
  }

  @Override
  protected Value.Builder newBuilder() {
    return new Value.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Value.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.error(reader.<Error>read(errorAdapter));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected Value build(Value.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Value model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Value model) throws IOException {
    writer.<Error>optional("error", errorAdapter, model.error());
  }
}
