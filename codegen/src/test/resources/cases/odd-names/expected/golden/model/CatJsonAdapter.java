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

/** Reads and writes {@link Cat}. */
final class CatJsonAdapter extends ModelJsonAdapter<Cat, Cat.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Cat")
          .required("k&x'<y>=`", JsonValue.Kind.STRING)
          .optional("name", JsonValue.Kind.STRING)
          .build();

  static JsonAdapter<Cat> create(Moshi moshi) {
    return new CatJsonAdapter(moshi);
  }

  private CatJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Cat.Builder newBuilder() {
    return new Cat.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Cat.Builder builder) throws IOException {
    switch (property) {
      case 0:
        readLabel(reader, "cat&'<>");
        break;
      case 1:
        builder.name(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Cat build(Cat.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Cat model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Cat model) throws IOException {
    writer.required("k&x'<y>=`", JsonAdapters.STRING, "cat&'<>");
    writer.<String>optional("name", JsonAdapters.STRING, model.name());
  }
}
