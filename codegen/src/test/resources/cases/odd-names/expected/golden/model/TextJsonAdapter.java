// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Text}. */
final class TextJsonAdapter extends ModelJsonAdapter<Text, Text.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Text").optionalNullable("text*/plain", JsonValue.Kind.STRING).build();

  static JsonAdapter<Text> create(Moshi moshi) {
    return new TextJsonAdapter(moshi);
  }

  private TextJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Text.Builder newBuilder() {
    return new Text.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Text.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.textPlain(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Text build(Text.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Text model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Text model) throws IOException {
    writer.<String>optional("text*/plain", JsonAdapters.STRING, model.textPlain());
  }
}
