package ai.withcortex.testing;

import org.jspecify.annotations.Nullable;

/** The two identifiers in a path {@code /apps/{app_id}/workflows/{workflow_id}/runs}. */
final class Route {
  static final String TEMPLATE = "/apps/{app_id}/workflows/{workflow_id}/runs";

  private static final String[] SEGMENTS = TEMPLATE.split("/", -1);

  private final String appId;
  private final String workflowId;

  private Route(String appId, String workflowId) {
    this.appId = appId;
    this.workflowId = workflowId;
  }

  /** Returns the identifiers, decoded; null if the encoded path is another one or malformed. */
  static @Nullable Route of(String path) {
    String[] segments = path.split("/", -1);
    if (segments.length != SEGMENTS.length) {
      return null;
    }
    String[] decoded = new String[SEGMENTS.length];
    for (int i = 0; i < SEGMENTS.length; i++) {
      String segment = PercentEncoding.decodeSegment(segments[i]);
      boolean isVariable = SEGMENTS[i].startsWith("{");
      if (segment == null || (isVariable ? segment.isEmpty() : !segment.equals(SEGMENTS[i]))) {
        return null;
      }
      decoded[i] = segment;
    }
    return new Route(decoded[2], decoded[4]);
  }

  String appId() {
    return appId;
  }

  String workflowId() {
    return workflowId;
  }
}
