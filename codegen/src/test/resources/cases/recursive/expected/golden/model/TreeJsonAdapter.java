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

/** Reads and writes {@link Tree}. */
final class TreeJsonAdapter extends ModelJsonAdapter<Tree, Tree.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Tree")
          .required("name", JsonValue.Kind.STRING)
          .optional("left", JsonValue.Kind.OBJECT)
          .optional("branches", JsonValue.Kind.ARRAY)
          .build();

  private final JsonAdapter<Tree> leftAdapter;
  private final JsonAdapter<List<Branch>> branchesAdapter;

  static JsonAdapter<Tree> create(Moshi moshi) {
    return new TreeJsonAdapter(moshi);
  }

  private TreeJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    leftAdapter = moshi.adapter(Tree.class);
    branchesAdapter = JsonAdapters.list(moshi.adapter(Branch.class));
  }

  @Override
  protected Tree.Builder newBuilder() {
    return new Tree.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Tree.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.name(reader.<String>read(JsonAdapters.STRING));
        break;
      case 1:
        builder.left(reader.<Tree>read(leftAdapter));
        break;
      case 2:
        builder.branches(reader.<List<Branch>>read(branchesAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Tree build(Tree.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Tree model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Tree model) throws IOException {
    writer.<String>required("name", JsonAdapters.STRING, model.name());
    writer.<Tree>optional("left", leftAdapter, model.left());
    writer.<List<Branch>>optional("branches", branchesAdapter, model.branches());
  }
}
