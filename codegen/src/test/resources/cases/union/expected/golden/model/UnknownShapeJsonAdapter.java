// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelProperties;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.UnknownVariantJsonAdapter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;

/** Reads and writes {@link UnknownShape}. */
final class UnknownShapeJsonAdapter
    extends UnknownVariantJsonAdapter<UnknownShape, UnknownShape.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("UnknownShape")
          .required("kind", JsonValue.Kind.STRING)
          .required("id", JsonValue.Kind.STRING)
          .optional("color", JsonValue.Kind.STRING)
          .build();

  private final JsonAdapter<ShapeKind> kindAdapter;

  static JsonAdapter<UnknownShape> create(Moshi moshi) {
    return new UnknownShapeJsonAdapter(moshi);
  }

  private UnknownShapeJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    kindAdapter = moshi.adapter(ShapeKind.class);
  }

  @Override
  protected UnknownShape.Builder newBuilder() {
    return new UnknownShape.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, UnknownShape.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.kind(reader.<ShapeKind>read(kindAdapter));
        break;
      case 1:
        builder.id(reader.<String>read(JsonAdapters.STRING));
        break;
      case 2:
        builder.color(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected UnknownShape build(
      UnknownShape.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(UnknownShape model) {
    return model.additionalProperties();
  }

  @Override
  protected void keep(UnknownShape.Builder builder, JsonValue json) {
    builder.json(json);
  }

  @Override
  protected JsonValue json(UnknownShape model) {
    return model.json();
  }
}
