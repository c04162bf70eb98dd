package ai.withcortex.testing;

import ai.withcortex.testing.server.SandboxRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two identifiers in the path of a {@code listRuns} request. */
final class ListRunsPath {
  static final String TEMPLATE = "/apps/{app_id}/workflows/{workflow_id}/runs";

  final String appId;
  final String workflowId;

  private ListRunsPath(String appId, String workflowId) {
    this.appId = appId;
    this.workflowId = workflowId;
  }

  /** Returns the path of a request, or null if it is malformed or not a {@code listRuns} path. */
  static @Nullable ListRunsPath of(SandboxRequest request) {
    List<String> segments = request.segments();
    if (segments == null || segments.size() != 6) {
      return null;
    }
    String app = segments.get(2);
    String workflow = segments.get(4);
    List<String> expected = Arrays.asList("", "apps", app, "workflows", workflow, "runs");
    boolean matches = segments.equals(expected) && !app.isEmpty() && !workflow.isEmpty();
    return matches ? new ListRunsPath(app, workflow) : null;
  }
}
