package ai.withcortex.testing;

import ai.withcortex.testing.server.SandboxRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request asks for: an operation and the identifiers in its path. Immutable. */
final class Route {
  private static final int APP = 2;
  private static final int WORKFLOW = 4;
  private static final int ELEMENT = 6;

  private final List<String> segments;

  /** The operations with this path. */
  private final List<Operation> known;

  private final @Nullable Operation operation;

  private Route(List<String> segments, List<Operation> known, @Nullable Operation operation) {
    this.segments = segments;
    this.known = known;
    this.operation = operation;
  }

  /** Returns the route of any request. */
  static Route of(SandboxRequest request) {
    List<String> segments = request.segments();
    if (segments == null) {
      return new Route(Collections.emptyList(), Collections.emptyList(), null);
    }
    List<Operation> known = new ArrayList<>();
    Operation asked = null;
    for (Operation operation : Operation.values()) {
      if (operation.matches(segments)) {
        known.add(operation);
        asked = operation.method().equals(request.method()) ? operation : asked;
      }
    }
    return new Route(segments, known, asked);
  }

  /** Returns whether the spec has this path. */
  boolean isKnown() {
    return !known.isEmpty();
  }

  /** Returns the methods that the spec has for this path. */
  List<String> methods() {
    return known.stream().map(Operation::method).collect(Collectors.toList());
  }

  /** Returns the operation, or null if the spec has none with this path and method. */
  @Nullable Operation operation() {
    return operation;
  }

  String appId() {
    return segments.get(APP);
  }

  /** Returns whether the path names a workflow. */
  boolean hasWorkflow() {
    return segments.size() > WORKFLOW;
  }

  String workflowId() {
    return segments.get(WORKFLOW);
  }

  /** Returns the identifier of the run, or the identifier or number of the version. */
  String elementId() {
    return segments.get(ELEMENT);
  }
}
