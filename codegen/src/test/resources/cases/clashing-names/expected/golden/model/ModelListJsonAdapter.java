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
        builder.classValue(reader.<String>read(JsonAdapters.STRING));
        break;
      case 1:
        builder.defaultValue(reader.<String>read(JsonAdapters.STRING));
        break;
      case 2:
        builder.builderValue(reader.<String>read(JsonAdapters.STRING));
        break;
      case 3:
        builder.buildValue(reader.<String>read(JsonAdapters.STRING));
        break;
      case 4:
        builder.fromValue(reader.<String>read(JsonAdapters.STRING));
        break;
      case 5:
        builder.hashCodeValue(reader.<Integer>read(JsonAdapters.INTEGER));
        break;
      case 6:
        builder.toStringValue(reader.<Boolean>read(JsonAdapters.BOOLEAN));
        break;
      case 7:
        builder.getClassValue(reader.<String>read(JsonAdapters.STRING));
        break;
      case 8:
        builder.additionalPropertiesValue(reader.<String>read(JsonAdapters.STRING));
        break;
      case 9:
        builder.jsonValue(reader.<String>read(JsonAdapters.STRING));
        break;
      case 10:
        builder.reader(reader.<String>read(JsonAdapters.STRING));
        break;
      case 11:
        builder.property(reader.<ModelValue>read(propertyAdapter));
        break;
      case 12:
        builder.model(reader.<ModelValue>read(modelAdapter));
        break;
      case 13:
        builder.moshi(reader.<List<ModelValue>>read(moshiAdapter));
        break;
      case 14:
        builder.writer(reader.<Map<String, ModelValue>>read(writerAdapter));
        break;
      case 15:
        builder._2ndHalf(reader.<String>read(JsonAdapters.STRING));
        break;
      case 16:
        builder.id(reader.<String>read(JsonAdapters.STRING));
        break;
      case 17:
        builder.refLike(reader.<String>read(JsonAdapters.STRING));
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
    writer.<String>required("class", JsonAdapters.STRING, model.classValue());
    writer.<String>optional("default", JsonAdapters.STRING, model.defaultValue());
    writer.<String>optional("builder", JsonAdapters.STRING, model.builderValue());
    writer.<String>optional("build", JsonAdapters.STRING, model.buildValue());
    writer.<String>optional("from", JsonAdapters.STRING, model.fromValue());
    writer.<Integer>optional("hashCode", JsonAdapters.INTEGER, model.hashCodeValue());
    writer.<Boolean>optional("toString", JsonAdapters.BOOLEAN, model.toStringValue());
    writer.<String>optional("getClass", JsonAdapters.STRING, model.getClassValue());
    writer.<String>optional(
        "additionalProperties", JsonAdapters.STRING, model.additionalPropertiesValue());
    writer.<String>optional("json", JsonAdapters.STRING, model.jsonValue());
    writer.<String>optional("reader", JsonAdapters.STRING, model.reader());
    writer.<ModelValue>optional("property", propertyAdapter, model.property());
    writer.<ModelValue>optional("model", modelAdapter, model.model());
    writer.<List<ModelValue>>optional("moshi", moshiAdapter, model.moshi());
    writer.<Map<String, ModelValue>>optional("writer", writerAdapter, model.writer());
    writer.<String>optional("2nd-half", JsonAdapters.STRING, model._2ndHalf());
    writer.<String>optional("ID", JsonAdapters.STRING, model.id());
    writer.<String>optional("$ref_like", JsonAdapters.STRING, model.refLike());
  }
}
