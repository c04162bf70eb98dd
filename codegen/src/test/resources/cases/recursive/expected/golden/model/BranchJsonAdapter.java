// Generated from "Recursive" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Branch}. */
final class BranchJsonAdapter extends ModelJsonAdapter<Branch, Branch.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Branch")
          .optional("trees", JsonValue.Kind.OBJECT)
          .optional("lists", JsonValue.Kind.ARRAY)
          .optional("maps", JsonValue.Kind.OBJECT)
          .build();

  private final JsonAdapter<Map<String, Tree>> treesAdapter;
  private final JsonAdapter<List<JsonValue>> listsAdapter;
  private final JsonAdapter<Map<String, JsonValue>> mapsAdapter;

  static JsonAdapter<Branch> create(Moshi moshi) {
    return new BranchJsonAdapter(moshi);
  }

  private BranchJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    treesAdapter = JsonAdapters.map(moshi.adapter(Tree.class));
    listsAdapter = JsonAdapters.list(JsonAdapters.JSON_VALUE);
    mapsAdapter = JsonAdapters.map(JsonAdapters.JSON_VALUE);
  }

  @Override
  protected Branch.Builder newBuilder() {
    return new Branch.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Branch.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.trees(reader.<Map<String, Tree>>read(treesAdapter));
        break;
      case 1:
        builder.lists(reader.<List<JsonValue>>read(listsAdapter));
        break;
      case 2:
        builder.maps(reader.<Map<String, JsonValue>>read(mapsAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Branch build(Branch.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Branch model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Branch model) throws IOException {
    writer.<Map<String, Tree>>optional("trees", treesAdapter, model.trees());
    writer.<List<JsonValue>>optional("lists", listsAdapter, model.lists());
    writer.<Map<String, JsonValue>>optional("maps", mapsAdapter, model.maps());
  }
}
