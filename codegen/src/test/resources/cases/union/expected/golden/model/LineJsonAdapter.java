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
import java.util.List;
import java.util.Map;

/** Reads and writes {@link Line}. */
final class LineJsonAdapter extends ModelJsonAdapter<Line, Line.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Line")
          .required("kind", JsonValue.Kind.STRING)
          .required("id", JsonValue.Kind.STRING)
          .required("color", JsonValue.Kind.STRING)
          .required("to", JsonValue.Kind.ARRAY)
          .build();

  private final JsonAdapter<List<BigDecimal>> toAdapter;

  static JsonAdapter<Line> create(Moshi moshi) {
    return new LineJsonAdapter(moshi);
  }

  private LineJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    toAdapter = JsonAdapters.list(JsonAdapters.BIG_DECIMAL);
  }

  @Override
  protected Line.Builder newBuilder() {
    return new Line.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Line.Builder builder) throws IOException {
    switch (property) {
      case 0:
        readLabel(reader, "straight-line");
        break;
      case 1:
        builder.id(reader.<String>read(JsonAdapters.STRING));
        break;
      case 2:
        builder.color(reader.<String>read(JsonAdapters.STRING));
        break;
      case 3:
        builder.to(reader.<List<BigDecimal>>read(toAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Line build(Line.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Line model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Line model) throws IOException {
    writer.required("kind", JsonAdapters.STRING, "straight-line");
    writer.<String>required("id", JsonAdapters.STRING, model.id());
    writer.<String>required("color", JsonAdapters.STRING, model.color());
    writer.<List<BigDecimal>>required("to", toAdapter, model.to());
  }
}
