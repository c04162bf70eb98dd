package ai.withcortex.testing;

import java.util.Arrays;
import java.util.List;

/** An operation in the spec. */
enum Operation {
  LIST_WORKFLOWS("listWorkflows", "GET", ""),
  GET_WORKFLOW("getWorkflow", "GET", "/*"),
  LIST_VERSIONS("listVersions", "GET", "/*/versions"),
  GET_VERSION("getVersion", "GET", "/*/versions/*"),
  LIST_RUNS("listRuns", "GET", "/*/runs"),
  START_RUN("startRun", "POST", "/*/runs"),
  GET_RUN("getRun", "GET", "/*/runs/*"),
  REPLAY_RUN("replayRun", "POST", "/*/runs/*/replay"),
  CANCEL_RUN("cancelRun", "POST", "/*/runs/*/cancel"),
  CHANGE_RUN_RETENTION("changeRunRetention", "PATCH", "/*/runs/*/retention");

  private static final String ANY = "*";

  private final String id;
  private final String method;
  private final String path;

  Operation(String id, String method, String path) {
    this.id = id;
    this.method = method;
    this.path = "/apps/*/workflows" + path;
  }

  /** Returns the {@code operationId}. */
  String id() {
    return id;
  }

  /** Returns the method of its requests. */
  String method() {
    return method;
  }

  /** Returns whether this is the path of the operation, given its decoded segments. */
  boolean matches(List<String> segments) {
    List<String> template = Arrays.asList(path.split("/", -1));
    if (segments.size() != template.size()) {
      return false;
    }
    for (int i = 0; i < template.size(); i++) {
      String expected = template.get(i);
      String segment = segments.get(i);
      if (expected.equals(ANY) ? segment.isEmpty() : !segment.equals(expected)) {
        return false;
      }
    }
    return true;
  }
}
