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

/** Reads and writes {@link File}. */
final class FileJsonAdapter extends ModelJsonAdapter<File, File.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("File").optional("name", JsonValue.Kind.STRING).build();

  static JsonAdapter<File> create(Moshi moshi) {
    return new FileJsonAdapter(moshi);
  }

  private FileJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected File.Builder newBuilder() {
    return new File.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, File.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.name(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected File build(File.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(File model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, File model) throws IOException {
    writer.<String>optional("name", JsonAdapters.STRING, model.name());
  }
}
