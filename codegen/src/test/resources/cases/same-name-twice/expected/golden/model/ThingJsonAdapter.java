// Generated from "Same name twice" 1 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Thing}. */
final class ThingJsonAdapter extends ModelJsonAdapter<Thing, Thing.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Thing").optional("id", JsonValue.Kind.STRING).build();

  static JsonAdapter<Thing> create(Moshi moshi) {
    return new ThingJsonAdapter(moshi);
  }

  private ThingJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Thing.Builder newBuilder() {
    return new Thing.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Thing.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.id(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Thing build(Thing.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Thing model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Thing model) throws IOException {
    writer.<String>optional("id", JsonAdapters.STRING, model.id());
  }
}
