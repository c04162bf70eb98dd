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

/** Reads and writes {@link Task}. */
final class TaskJsonAdapter extends ModelJsonAdapter<Task, Task.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Task").optional("name", JsonValue.Kind.STRING).build();

  static JsonAdapter<Task> create(Moshi moshi) {
    return new TaskJsonAdapter(moshi);
  }

  private TaskJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
  }

  @Override
  protected Task.Builder newBuilder() {
    return new Task.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Task.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.name(reader.<String>read(JsonAdapters.STRING));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected Task build(Task.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Task model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Task model) throws IOException {
    writer.<String>optional("name", JsonAdapters.STRING, model.name());
  }
}
