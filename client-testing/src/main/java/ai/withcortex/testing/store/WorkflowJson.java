package ai.withcortex.testing.store;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import com.squareup.moshi.JsonAdapter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes workflows and versions as the client's own adapters do, except for the format of
 * timestamps.
 */
public final class WorkflowJson {
  private static final JsonAdapter<Workflow> WORKFLOW = CortexJson.moshi().adapter(Workflow.class);
  private static final JsonAdapter<WorkflowVersion> VERSION =
      CortexJson.moshi().adapter(WorkflowVersion.class);

  private WorkflowJson() {}

  /**
   * Returns the JSON of a workflow.
   *
   * @param newest the newest version, or null if none is saved
   */
  public static String of(Workflow workflow, @Nullable WorkflowVersion newest, long runsCount) {
    Workflow whole =
        workflow.toBuilder()
            .version(newest == null ? JsonValue.NULL : JsonValue.parse(of(newest)))
            .runsCount(runsCount)
            .build();
    Map<String, JsonValue> members = members(WORKFLOW.toJson(whole));
    putTimestamp(members, "created_at", workflow.createdAt());
    putTimestamp(members, "updated_at", workflow.updatedAt());
    return JsonValue.ofObject(members).json();
  }

  /** Returns the JSON of a version. */
  public static String of(WorkflowVersion version) {
    Map<String, JsonValue> members = members(VERSION.toJson(version));
    putTimestamp(members, "created_at", version.createdAt());
    return JsonValue.ofObject(members).json();
  }

  static Map<String, JsonValue> members(String json) {
    return new LinkedHashMap<>(JsonValue.parse(json).asMap());
  }

  static void putTimestamp(Map<String, JsonValue> members, String name, @Nullable Instant time) {
    if (time != null) {
      members.put(name, JsonValue.of(WireTimestamp.format(time)));
    }
  }
}
