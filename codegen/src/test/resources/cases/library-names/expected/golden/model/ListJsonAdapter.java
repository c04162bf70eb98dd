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
import java.util.Map;

/** Reads and writes {@link List}. */
final class ListJsonAdapter extends ModelJsonAdapter<List, List.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("List")
          .required("items", JsonValue.Kind.ARRAY)
          .optional("byName", JsonValue.Kind.OBJECT)
          .optional("value", JsonValue.Kind.OBJECT)
          .optional("created", JsonValue.Kind.OBJECT)
          .optional("factory", JsonValue.Kind.OBJECT)
          .build();

  private final JsonAdapter<java.util.List<List>> itemsAdapter;
  private final JsonAdapter<Map<String, Value>> byNameAdapter;
  private final JsonAdapter<Value> valueAdapter;
  private final JsonAdapter<DateTime> createdAdapter;
  private final JsonAdapter<golden.model.Factory> factoryAdapter;

  static JsonAdapter<List> create(Moshi moshi) {
    return new ListJsonAdapter(moshi);
  }

  private ListJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    itemsAdapter = JsonAdapters.list(moshi.adapter(List.class));
    byNameAdapter = JsonAdapters.map(moshi.adapter(Value.class));
    valueAdapter = moshi.adapter(Value.class);
    createdAdapter = moshi.adapter(DateTime.class);
    factoryAdapter = moshi.adapter(golden.model.Factory.class);
  }

  @Override
  protected List.Builder newBuilder() {
    return new List.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, List.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.items(reader.<java.util.List<List>>read(itemsAdapter));
        break;
      case 1:
        builder.byName(reader.<Map<String, Value>>read(byNameAdapter));
        break;
      case 2:
        builder.value(reader.<Value>read(valueAdapter));
        break;
      case 3:
        builder.created(reader.<DateTime>read(createdAdapter));
        break;
      case 4:
        builder.factory(reader.<golden.model.Factory>read(factoryAdapter));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected List build(List.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(List model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, List model) throws IOException {
    writer.<java.util.List<List>>required("items", itemsAdapter, model.items());
    writer.<Map<String, Value>>optional("byName", byNameAdapter, model.byName());
    writer.<Value>optional("value", valueAdapter, model.value());
    writer.<DateTime>optional("created", createdAdapter, model.created());
    writer.<golden.model.Factory>optional("factory", factoryAdapter, model.factory());
  }
}
