// Generated from "Ended states" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;
import com.squareup.moshi.JsonAdapter;

/** Reads and writes {@link JobState}. */
final class JobStateJsonAdapter extends OpenEnumJsonAdapter<JobState> {
  static JsonAdapter<JobState> create() {
    return new JobStateJsonAdapter();
  }

  private JobStateJsonAdapter() {
    super("JobState");
  }

  @Override
  protected JobState of(String value) {
    return JobState.of(value);
  }
}
