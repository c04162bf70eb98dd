// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelJsonAdapter;
import ai.withcortex.core.json.ModelProperties;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.ModelWriter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.Map;

/** Reads and writes {@link AbstractTask}. */
final class AbstractTaskJsonAdapter extends ModelJsonAdapter<AbstractTask, AbstractTask.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("AbstractTask").optional("task", JsonValue.Kind.OBJECT).build();

  private final JsonAdapter<Task> taskAdapter;

  static JsonAdapter<AbstractTask> create(Moshi moshi) {
    return new AbstractTaskJsonAdapter(moshi);
  }

  private AbstractTaskJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    taskAdapter = moshi.adapter(Task.class);
  }

  @Override
  protected AbstractTask.Builder newBuilder() {
    return new AbstractTask.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, AbstractTask.Builder builder)
      throws IOException {
    switch (property) {
      case 0:
        builder.task(reader.<Task>read(taskAdapter));
        break;
      default:
        throw new java.lang.AssertionError(property);
    }
  }

  @Override
  protected AbstractTask build(
      AbstractTask.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(AbstractTask model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, AbstractTask model) throws IOException {
    writer.<Task>optional("task", taskAdapter, model.task());
  }
}
