package ai.withcortex.testing.store;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.WorkflowVersion;
import com.squareup.moshi.JsonAdapter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that is stored as a model. The JSON is created on first use. */
final class StoredRun implements ListedRun {
  private static final JsonAdapter<Run> RUN_JSON = CortexJson.moshi().adapter(Run.class);

  private final Run run;

  // Threads may race to set this field, but they all write the same JSON.
  private volatile @Nullable Json json;

  StoredRun(Run run) {
    this.run = run;
  }

  /**
   * Returns a stored run. Fails here, where the mistake is made, rather than when the run is
   * listed.
   *
   * @throws IllegalArgumentException if it cannot be written as JSON
   */
  static StoredRun requireWritable(Run run) {
    StoredRun stored = new StoredRun(run);
    try {
      stored.json(true);
      return stored;
    } catch (CortexDataException e) {
      throw new IllegalArgumentException(
          "Run " + run.id() + " cannot be written as JSON: " + e.getMessage(), e);
    }
  }

  @Override
  public Run run() {
    return run;
  }

  /** Returns this run as it was at a time, which is not before it was created. */
  StoredRun at(Instant now) {
    Run then = RunCourse.at(run, now);
    return then.equals(run) ? this : new StoredRun(then);
  }

  @Override
  public String json(boolean isVerbose) {
    Json result = json;
    if (result == null) {
      result = new Json(run);
      json = result;
    }
    return isVerbose ? result.verbose : result.brief;
  }

  /**
   * The JSON of a run as the client's own adapters write it, except for the format of timestamps.
   */
  private static final class Json {
    /** The JSON with all properties. */
    final String verbose;

    /** The JSON without the properties that a list includes only on request. */
    final String brief;

    Json(Run run) {
      Map<String, JsonValue> members = WorkflowJson.members(RUN_JSON.toJson(run));
      WorkflowJson.putTimestamp(members, "created_at", run.createdAt());
      WorkflowJson.putTimestamp(members, "started_at", run.startedAt());
      WorkflowJson.putTimestamp(members, "ended_at", run.endedAt());
      WorkflowJson.putTimestamp(members, "updated_at", run.updatedAt());
      WorkflowJson.putTimestamp(members, "retention_due_at", run.retentionDueAt());
      WorkflowVersion version = run.workflowVersion();
      if (version != null) {
        members.put("workflow_version", JsonValue.parse(WorkflowJson.of(version)));
      }
      verbose = JsonValue.ofObject(members).json();
      members.put("workflow_version", JsonValue.NULL);
      members.put("workflow_version_draft", JsonValue.NULL);
      members.remove("usage");
      String withoutThese = JsonValue.ofObject(members).json();
      brief = withoutThese.equals(verbose) ? verbose : withoutThese;
    }
  }
}
