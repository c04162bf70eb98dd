// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelJsonAdapter;
import ai.withcortex.core.json.ModelProperties;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.ModelWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;

/** Reads and writes {@link Error}. */
final class ErrorJsonAdapter extends ModelJsonAdapter<Error, Error.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Error").optional("AssertionError", JsonValue.Kind.OBJECT).build();

  private final JsonAdapter<AssertionError> assertionErrorAdapter;

  static JsonAdapter<Error> create(Moshi moshi) {
    return new ErrorJsonAdapter(moshi);
  }

  private ErrorJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    assertionErrorAdapter = moshi.adapter(AssertionError.class);
  }

  @Override
  protected Error.Builder newBuilder() {
    return new Error.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Error.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.assertionError(reader.<AssertionError>read(assertionErrorAdapter));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected Error build(Error.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Error model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Error model) throws IOException {
    writer.<AssertionError>optional(
        "AssertionError", assertionErrorAdapter, model.assertionError());
  }
}
