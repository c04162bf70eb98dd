package ai.withcortex.testing;

import ai.withcortex.testing.server.SandboxRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The identifiers in the path of a {@code listRuns} or {@code getRun} request. */
final class RunsPath {
  static final String TEMPLATES = "/apps/{app_id}/workflows/{workflow_id}/runs and its /{run_id}";

  final String appId;
  final String workflowId;

  /** The run to get, or null to list the runs. */
  final @Nullable String runId;

  private RunsPath(String appId, String workflowId, @Nullable String runId) {
    this.appId = appId;
    this.workflowId = workflowId;
    this.runId = runId;
  }

  /** Returns the path of a request, or null if it is malformed or a different one. */
  static @Nullable RunsPath of(SandboxRequest request) {
    List<String> segments = request.segments();
    if (segments == null || segments.size() < 6 || segments.size() > 7) {
      return null;
    }
    String app = segments.get(2);
    String workflow = segments.get(4);
    List<String> expected = Arrays.asList("", "apps", app, "workflows", workflow, "runs");
    String run = segments.size() == 7 ? segments.get(6) : null;
    boolean matches =
        segments.subList(0, 6).equals(expected)
            && !app.isEmpty()
            && !workflow.isEmpty()
            && (run == null || !run.isEmpty());
    return matches ? new RunsPath(app, workflow, run) : null;
  }
}
