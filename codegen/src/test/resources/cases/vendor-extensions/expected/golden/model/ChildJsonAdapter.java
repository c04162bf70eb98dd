// Generated from "Vendor extensions with which OpenAPI Generator would generate something else"
// 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Child}. */
final class ChildJsonAdapter extends ModelJsonAdapter<Child, Child.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Child")
          .required("id", JsonValue.Kind.STRING)
          .optional("toys", JsonValue.Kind.ARRAY)
          .optionalNullable("free", JsonValue.Kind.OBJECT)
          .build();

  private final JsonAdapter<List<String>> toysAdapter;
  private final JsonAdapter<Free> freeAdapter;

  static JsonAdapter<Child> create(Moshi moshi) {
    return new ChildJsonAdapter(moshi);
  }

  private ChildJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    toysAdapter = JsonAdapters.list(JsonAdapters.STRING);
    freeAdapter = moshi.adapter(Free.class);
  }

  @Override
  protected Child.Builder newBuilder() {
    return new Child.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Child.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.id(reader.<String>read(JsonAdapters.STRING));
        break;
      case 1:
        builder.toys(reader.<List<String>>read(toysAdapter));
        break;
      case 2:
        builder.free(reader.<Free>read(freeAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Child build(Child.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Child model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Child model) throws IOException {
    writer.<String>required("id", JsonAdapters.STRING, model.id());
    writer.<List<String>>optional("toys", toysAdapter, model.toys());
    writer.<Free>optional("free", freeAdapter, model.free());
  }
}
