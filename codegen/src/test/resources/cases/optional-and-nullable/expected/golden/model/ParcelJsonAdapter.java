// Generated from "Optional and nullable" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Parcel}. */
@SuppressWarnings("deprecation") // The spec still lists deprecated properties.
final class ParcelJsonAdapter extends ModelJsonAdapter<Parcel, Parcel.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Parcel")
          .required("id", JsonValue.Kind.STRING)
          .requiredNullable("note", JsonValue.Kind.STRING)
          .required("weight", JsonValue.Kind.NUMBER)
          .optional("carrier", JsonValue.Kind.STRING)
          .optionalNullable("signed_by", JsonValue.Kind.STRING)
          .optional("fragile", JsonValue.Kind.BOOLEAN)
          .optional("content", JsonValue.Kind.ARRAY)
          .build();

  private final JsonAdapter<List<String>> contentAdapter;

  static JsonAdapter<Parcel> create(Moshi moshi) {
    return new ParcelJsonAdapter(moshi);
  }

  private ParcelJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    contentAdapter = JsonAdapters.list(JsonAdapters.STRING);
  }

  @Override
  protected Parcel.Builder newBuilder() {
    return new Parcel.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Parcel.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.id(reader.<String>read(JsonAdapters.STRING));
        break;
      case 1:
        builder.note(reader.<String>read(JsonAdapters.STRING));
        break;
      case 2:
        builder.weight(reader.<Integer>read(JsonAdapters.INTEGER));
        break;
      case 3:
        builder.carrier(reader.<String>read(JsonAdapters.STRING));
        break;
      case 4:
        builder.signedBy(reader.<String>read(JsonAdapters.STRING));
        break;
      case 5:
        builder.fragile(reader.<Boolean>read(JsonAdapters.BOOLEAN));
        break;
      case 6:
        builder.content(reader.<List<String>>read(contentAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Parcel build(Parcel.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Parcel model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Parcel model) throws IOException {
    writer.<String>required("id", JsonAdapters.STRING, model.id());
    writer.<String>required("note", JsonAdapters.STRING, model.note());
    writer.<Integer>required("weight", JsonAdapters.INTEGER, model.weight());
    writer.<String>optional("carrier", JsonAdapters.STRING, model.carrier());
    writer.<String>optional("signed_by", JsonAdapters.STRING, model.signedBy());
    writer.<Boolean>optional("fragile", JsonAdapters.BOOLEAN, model.fragile());
    writer.<List<String>>optional("content", contentAdapter, model.content());
  }
}
