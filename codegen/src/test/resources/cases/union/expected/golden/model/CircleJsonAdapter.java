// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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
import java.math.BigDecimal;
import java.util.Map;

/** Reads and writes {@link Circle}. */
final class CircleJsonAdapter extends ModelJsonAdapter<Circle, Circle.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Circle")
          .required("kind", JsonValue.Kind.STRING)
          .required("id", JsonValue.Kind.STRING)
          .optional("color", JsonValue.Kind.STRING)
          .required("radius", JsonValue.Kind.NUMBER)
          .build();

  static JsonAdapter<Circle> create(Moshi moshi) {
    return new CircleJsonAdapter(moshi);
  }

  private CircleJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Circle.Builder newBuilder() {
    return new Circle.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Circle.Builder builder) throws IOException {
    switch (property) {
      case 0:
        readLabel(reader, "circle");
        break;
      case 1:
        builder.id(reader.<String>read(JsonAdapters.STRING));
        break;
      case 2:
        builder.color(reader.<String>read(JsonAdapters.STRING));
        break;
      case 3:
        builder.radius(reader.<BigDecimal>read(JsonAdapters.BIG_DECIMAL));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Circle build(Circle.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Circle model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Circle model) throws IOException {
    writer.required("kind", JsonAdapters.STRING, "circle");
    writer.<String>required("id", JsonAdapters.STRING, model.id());
    writer.<String>optional("color", JsonAdapters.STRING, model.color());
    writer.<BigDecimal>required("radius", JsonAdapters.BIG_DECIMAL, model.radius());
  }
}
