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
import java.time.Instant;
import java.util.Map;

/** Reads and writes {@link DateTime}. */
final class DateTimeJsonAdapter extends ModelJsonAdapter<DateTime, DateTime.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("DateTime").optional("date", JsonValue.Kind.STRING).build();

  static JsonAdapter<DateTime> create(Moshi moshi) {
    return new DateTimeJsonAdapter(moshi);
  }

  private DateTimeJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected DateTime.Builder newBuilder() {
    return new DateTime.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, DateTime.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.date(reader.<Instant>read(JsonAdapters.INSTANT));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected DateTime build(DateTime.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(DateTime model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, DateTime model) throws IOException {
    writer.<Instant>optional("date", JsonAdapters.INSTANT, model.date());
  }
}
