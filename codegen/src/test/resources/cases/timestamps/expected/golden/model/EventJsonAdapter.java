// Generated from "Timestamps" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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
import java.time.LocalDate;
import java.util.Map;

/** Reads and writes {@link Event}. */
final class EventJsonAdapter extends ModelJsonAdapter<Event, Event.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Event")
          .required("at", JsonValue.Kind.STRING)
          .optional("seen_at", JsonValue.Kind.STRING)
          .required("day", JsonValue.Kind.STRING)
          .build();

  static JsonAdapter<Event> create(Moshi moshi) {
    return new EventJsonAdapter(moshi);
  }

  private EventJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Event.Builder newBuilder() {
    return new Event.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Event.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.at(reader.<Instant>read(JsonAdapters.INSTANT));
        break;
      case 1:
        builder.seenAt(reader.<Instant>read(JsonAdapters.INSTANT));
        break;
      case 2:
        builder.day(reader.<LocalDate>read(JsonAdapters.LOCAL_DATE));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Event build(Event.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Event model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Event model) throws IOException {
    writer.<Instant>required("at", JsonAdapters.INSTANT, model.at());
    writer.<Instant>optional("seen_at", JsonAdapters.INSTANT, model.seenAt());
    writer.<LocalDate>required("day", JsonAdapters.LOCAL_DATE, model.day());
  }
}
