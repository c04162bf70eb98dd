// Generated from "Clashing names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link ModelList}. */
final class ModelListJsonAdapter extends ModelJsonAdapter<ModelList, ModelList.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("List")
          .required("class", JsonValue.Kind.STRING)
          .optional("default", JsonValue.Kind.STRING)
          .optional("builder", JsonValue.Kind.STRING)
          .optional("build", JsonValue.Kind.STRING)
          .optional("from", JsonValue.Kind.STRING)
          .optional("hashCode", JsonValue.Kind.NUMBER)
          .optional("toString", JsonValue.Kind.BOOLEAN)
          .optional("getClass", JsonValue.Kind.STRING)
          .optional("additionalProperties", JsonValue.Kind.STRING)
          .optional("json", JsonValue.Kind.STRING)
          .optional("reader", JsonValue.Kind.STRING)
          .optional("property", JsonValue.Kind.STRING)
          .optional("model", JsonValue.Kind.STRING)
          .optional("moshi", JsonValue.Kind.ARRAY)
          .optional("writer", JsonValue.Kind.OBJECT)
          .optional("2nd-half", JsonValue.Kind.STRING)
          .optional("ID", JsonValue.Kind.STRING)
          .optional("$ref_like", JsonValue.Kind.STRING)
          .build();

  private final JsonAdapter<ModelValue> propertyAdapter;
  private final JsonAdapter<ModelValue> modelAdapter;
  private final JsonAdapter<List<ModelValue>> moshiAdapter;
  private final JsonAdapter<Map<String, ModelValue>> writerAdapter;

  static JsonAdapter<ModelList> create(Moshi moshi) {
    return new ModelListJsonAdapter(moshi);
  }

  private ModelListJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    propertyAdapter = moshi.adapter(ModelValue.class);
    modelAdapter = moshi.adapter(ModelValue.class);
    moshiAdapter = JsonAdapters.list(moshi.adapter(ModelValue.class));
    writerAdapter = JsonAdapters.map(moshi.adapter(ModelValue.class));
  }

  @Override
  protected ModelList.Builder newBuilder() {
    return new ModelList.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, ModelList.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.classValue(reader.read(JsonAdapters.STRING));
        break;
      case 1:
        builder.defaultValue(reader.read(JsonAdapters.STRING));
        break;
      case 2:
        builder.builderValue(reader.read(JsonAdapters.STRING));
        break;
      case 3:
        builder.buildValue(reader.read(JsonAdapters.STRING));
        break;
      case 4:
        builder.fromValue(reader.read(JsonAdapters.STRING));
        break;
      case 5:
        builder.hashCodeValue(reader.read(JsonAdapters.INTEGER));
        break;
      case 6:
        builder.toStringValue(reader.read(JsonAdapters.BOOLEAN));
        break;
      case 7:
        builder.getClassValue(reader.read(JsonAdapters.STRING));
        break;
      case 8:
        builder.additionalPropertiesValue(reader.read(JsonAdapters.STRING));
        break;
      case 9:
        builder.jsonValue(reader.read(JsonAdapters.STRING));
        break;
      case 10:
        builder.reader(reader.read(JsonAdapters.STRING));
        break;
      case 11:
        builder.property(reader.read(propertyAdapter));
        break;
      case 12:
        builder.model(reader.read(modelAdapter));
        break;
      case 13:
        builder.moshi(reader.read(moshiAdapter));
        break;
      case 14:
        builder.writer(reader.read(writerAdapter));
        break;
      case 15:
        builder._2ndHalf(reader.read(JsonAdapters.STRING));
        break;
      case 16:
        builder.id(reader.read(JsonAdapters.STRING));
        break;
      case 17:
        builder.refLike(reader.read(JsonAdapters.STRING));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected ModelList build(
      ModelList.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(ModelList model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, ModelList model) throws IOException {
    writer.required("class", JsonAdapters.STRING, model.classValue());
    writer.optional("default", JsonAdapters.STRING, model.defaultValue());
    writer.optional("builder", JsonAdapters.STRING, model.builderValue());
    writer.optional("build", JsonAdapters.STRING, model.buildValue());
    writer.optional("from", JsonAdapters.STRING, model.fromValue());
    writer.optional("hashCode", JsonAdapters.INTEGER, model.hashCodeValue());
    writer.optional("toString", JsonAdapters.BOOLEAN, model.toStringValue());
    writer.optional("getClass", JsonAdapters.STRING, model.getClassValue());
    writer.optional("additionalProperties", JsonAdapters.STRING, model.additionalPropertiesValue());
    writer.optional("json", JsonAdapters.STRING, model.jsonValue());
    writer.optional("reader", JsonAdapters.STRING, model.reader());
    writer.optional("property", propertyAdapter, model.property());
    writer.optional("model", modelAdapter, model.model());
    writer.optional("moshi", moshiAdapter, model.moshi());
    writer.optional("writer", writerAdapter, model.writer());
    writer.optional("2nd-half", JsonAdapters.STRING, model._2ndHalf());
    writer.optional("ID", JsonAdapters.STRING, model.id());
    writer.optional("$ref_like", JsonAdapters.STRING, model.refLike());
  }
}
