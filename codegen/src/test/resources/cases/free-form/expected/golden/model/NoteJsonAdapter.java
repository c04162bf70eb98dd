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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads and writes {@link Note}. */
final class NoteJsonAdapter extends ModelJsonAdapter<Note, Note.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Note")
          .required("any")
          .required("map", JsonValue.Kind.OBJECT)
          .optional("optional_any")
          .optional("object_or_text")
          .optionalNullable("nullable_map", JsonValue.Kind.OBJECT)
          .optional("numbers", JsonValue.Kind.OBJECT)
          .optional("texts_by_key", JsonValue.Kind.OBJECT)
          .build();

  private final JsonAdapter<Map<String, JsonValue>> mapAdapter;
  private final JsonAdapter<Map<String, JsonValue>> nullableMapAdapter;
  private final JsonAdapter<Map<String, BigDecimal>> numbersAdapter;
  private final JsonAdapter<Map<String, List<String>>> textsByKeyAdapter;

  static JsonAdapter<Note> create(Moshi moshi) {
    return new NoteJsonAdapter(moshi);
  }

  private NoteJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    mapAdapter = JsonAdapters.map(JsonAdapters.JSON_VALUE);
    nullableMapAdapter = JsonAdapters.map(JsonAdapters.JSON_VALUE);
    numbersAdapter = JsonAdapters.map(JsonAdapters.BIG_DECIMAL);
    textsByKeyAdapter = JsonAdapters.map(JsonAdapters.list(JsonAdapters.STRING));
  }

  @Override
  protected Note.Builder newBuilder() {
    return new Note.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Note.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.any(reader.<JsonValue>read(JsonAdapters.JSON_VALUE));
        break;
      case 1:
        builder.map(reader.<Map<String, JsonValue>>read(mapAdapter));
        break;
      case 2:
        builder.optionalAny(reader.<JsonValue>read(JsonAdapters.JSON_VALUE));
        break;
      case 3:
        builder.objectOrText(reader.<JsonValue>read(JsonAdapters.JSON_VALUE));
        break;
      case 4:
        builder.nullableMap(reader.<Map<String, JsonValue>>read(nullableMapAdapter));
        break;
      case 5:
        builder.numbers(reader.<Map<String, BigDecimal>>read(numbersAdapter));
        break;
      case 6:
        builder.textsByKey(reader.<Map<String, List<String>>>read(textsByKeyAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Note build(Note.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Note model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Note model) throws IOException {
    writer.<JsonValue>required("any", JsonAdapters.JSON_VALUE, model.any());
    writer.<Map<String, JsonValue>>required("map", mapAdapter, model.map());
    writer.<JsonValue>optional("optional_any", JsonAdapters.JSON_VALUE, model.optionalAny());
    writer.<JsonValue>optional("object_or_text", JsonAdapters.JSON_VALUE, model.objectOrText());
    writer.<Map<String, JsonValue>>optional(
        "nullable_map", nullableMapAdapter, model.nullableMap());
    writer.<Map<String, BigDecimal>>optional("numbers", numbersAdapter, model.numbers());
    writer.<Map<String, List<String>>>optional(
        "texts_by_key", textsByKeyAdapter, model.textsByKey());
  }
}
