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
import java.util.List;
import java.util.Map;

/** Reads and writes {@link Drawing}. */
final class DrawingJsonAdapter extends ModelJsonAdapter<Drawing, Drawing.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Drawing")
          .required("shapes", JsonValue.Kind.ARRAY)
          .optional("named", JsonValue.Kind.OBJECT)
          .build();

  private final JsonAdapter<List<Shape>> shapesAdapter;
  private final JsonAdapter<Map<String, Shape>> namedAdapter;

  static JsonAdapter<Drawing> create(Moshi moshi) {
    return new DrawingJsonAdapter(moshi);
  }

  private DrawingJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    shapesAdapter = JsonAdapters.list(moshi.adapter(Shape.class));
    namedAdapter = JsonAdapters.map(moshi.adapter(Shape.class));
  }

  @Override
  protected Drawing.Builder newBuilder() {
    return new Drawing.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Drawing.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.shapes(reader.<List<Shape>>read(shapesAdapter));
        break;
      case 1:
        builder.named(reader.<Map<String, Shape>>read(namedAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Drawing build(Drawing.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Drawing model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Drawing model) throws IOException {
    writer.<List<Shape>>required("shapes", shapesAdapter, model.shapes());
    writer.<Map<String, Shape>>optional("named", namedAdapter, model.named());
  }
}
