// Generated from "Files" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Description}. */
final class DescriptionJsonAdapter extends ModelJsonAdapter<Description, Description.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Description")
          .optional("content", JsonValue.Kind.STRING)
          .optional("previews", JsonValue.Kind.ARRAY)
          .build();

  private final JsonAdapter<List<String>> previewsAdapter;

  static JsonAdapter<Description> create(Moshi moshi) {
    return new DescriptionJsonAdapter(moshi);
  }

  private DescriptionJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    previewsAdapter = JsonAdapters.list(JsonAdapters.STRING);
  }

  @Override
  protected Description.Builder newBuilder() {
    return new Description.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Description.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.content(reader.<String>read(JsonAdapters.STRING));
        break;
      case 1:
        builder.previews(reader.<List<String>>read(previewsAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Description build(
      Description.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Description model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Description model) throws IOException {
    writer.<String>optional("content", JsonAdapters.STRING, model.content());
    writer.<List<String>>optional("previews", previewsAdapter, model.previews());
  }
}
