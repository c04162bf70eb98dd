// Generated from "Free form" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Labelled}. */
final class LabelledJsonAdapter extends ModelJsonAdapter<Labelled, Labelled.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Labelled")
          .required("id", JsonValue.Kind.STRING)
          .optional("inner", JsonValue.Kind.OBJECT)
          .build();

  private final JsonAdapter<Labelled> innerAdapter;

  static JsonAdapter<Labelled> create(Moshi moshi) {
    return new LabelledJsonAdapter(moshi);
  }

  private LabelledJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    innerAdapter = moshi.adapter(Labelled.class);
  }

  @Override
  protected Labelled.Builder newBuilder() {
    return new Labelled.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Labelled.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.id(reader.<String>read(JsonAdapters.STRING));
        break;
      case 1:
        builder.inner(reader.<Labelled>read(innerAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Labelled build(Labelled.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Labelled model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Labelled model) throws IOException {
    writer.<String>required("id", JsonAdapters.STRING, model.id());
    writer.<Labelled>optional("inner", innerAdapter, model.inner());
  }
}
