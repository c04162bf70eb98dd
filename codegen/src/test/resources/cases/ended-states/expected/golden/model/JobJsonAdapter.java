// Generated from "Ended states" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

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

/** Reads and writes {@link Job}. */
final class JobJsonAdapter extends ModelJsonAdapter<Job, Job.Builder> {
  private static final ModelProperties PROPERTIES =
      ModelProperties.of("Job").required("state", JsonValue.Kind.STRING).build();

  private final JsonAdapter<JobState> stateAdapter;

  static JsonAdapter<Job> create(Moshi moshi) {
    return new JobJsonAdapter(moshi);
  }

  private JobJsonAdapter(Moshi moshi) {
    super(PROPERTIES);
    stateAdapter = moshi.adapter(JobState.class);
  }

  @Override
  protected Job.Builder newBuilder() {
    return new Job.Builder();
  }

  @Override
  protected void read(int property, ModelReader reader, Job.Builder builder) throws IOException {
    switch (property) {
      case 0:
        builder.state(reader.<JobState>read(stateAdapter));
        break;
      default:
        throw new AssertionError(property);
    }
  }

  @Override
  protected Job build(Job.Builder builder, Map<String, JsonValue> additionalProperties) {
    return builder.additionalProperties(additionalProperties).build();
  }

  @Override
  protected Map<String, JsonValue> additionalProperties(Job model) {
    return model.additionalProperties();
  }

  @Override
  protected void write(ModelWriter writer, Job model) throws IOException {
    writer.<JobState>required("state", stateAdapter, model.state());
  }
}
