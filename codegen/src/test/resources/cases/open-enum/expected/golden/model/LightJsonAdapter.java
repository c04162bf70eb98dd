// Generated from "Open enum" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Light}. */
final class LightJsonAdapter extends ModelJsonAdapter<Light, Light.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Light")
          .required("color", JsonValue.Kind.STRING)
          .optional("others", JsonValue.Kind.ARRAY)
          .build();

  private final JsonAdapter<Color> colorAdapter;
  private final JsonAdapter<List<Color>> othersAdapter;

  static JsonAdapter<Light> create(Moshi moshi) {
    return new LightJsonAdapter(moshi);
  }

  private LightJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    colorAdapter = moshi.adapter(Color.class);
    othersAdapter = JsonAdapters.list(moshi.adapter(Color.class));
  }

  @Override
  protected Light.Builder newBuilder() {
    return new Light.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Light.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.color(reader.<Color>read(colorAdapter));
        break;
      case 1:
        builder.others(reader.<List<Color>>read(othersAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Light build(Light.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Light model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Light model) throws IOException {
    writer.<Color>required("color", colorAdapter, model.color());
    writer.<List<Color>>optional("others", othersAdapter, model.others());
  }
}
