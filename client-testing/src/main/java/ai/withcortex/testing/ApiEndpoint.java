package ai.withcortex.testing;

import ai.withcortex.model.Run;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.RequestedRuns;
import ai.withcortex.testing.store.RunStore;
import ai.withcortex.testing.store.WorkflowCatalog;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Checks what all requests have in common, and passes each to the endpoint for its operation. */
final class ApiEndpoint {
  private static final String BEARER = "Bearer ";

  private final RunStore store;
  private final String apiKey;
  private final WorkflowsEndpoint workflows;
  private final RunsEndpoint runs;
  private final StartsEndpoint starts;
  private volatile PagingBehaviour paging = PagingBehaviour.standard();

  /**
   * @param hasClock whether started runs progress on a clock of the test
   */
  ApiEndpoint(RunStore store, WorkflowCatalog catalog, String apiKey, boolean hasClock) {
    this.store = store;
    this.apiKey = apiKey;
    RequestedRuns requested = new RequestedRuns(store);
    workflows = new WorkflowsEndpoint(store, catalog);
    runs = new RunsEndpoint(store, requested);
    starts = new StartsEndpoint(store, requested, catalog, hasClock);
  }

  void mutations(MutationScript script) {
    runs.mutations(script);
  }

  void paging(PagingBehaviour behaviour) {
    paging = behaviour;
  }

  void outcome(UnaryOperator<Run> outcome) {
    starts.outcome(outcome);
  }

  SandboxResponse answer(SandboxRequest request) {
    Route route = Route.of(request);
    Operation operation = route.operation();
    if (!route.isKnown()) {
      return SandboxResponse.error(
          404, "Path not found; the sandbox serves only the paths in the spec");
    }
    if (operation == null) {
      return SandboxResponse.error(
              405,
              "Method "
                  + request.method()
                  + " is not allowed; send "
                  + String.join(" or ", route.methods()))
          .header("Allow", String.join(", ", route.methods()));
    }
    String unauthorized = unauthorized(request.header("Authorization"));
    if (unauthorized != null) {
      return SandboxResponse.error(401, unauthorized).header("WWW-Authenticate", "Bearer");
    }
    if (!store.hasApp(route.appId())) {
      return SandboxResponse.error(404, "App not found: " + route.appId());
    }
    if (route.hasWorkflow() && !store.hasWorkflow(route.appId(), route.workflowId())) {
      return SandboxResponse.error(404, "Workflow not found: " + route.workflowId());
    }
    QueryValidator query = new QueryValidator(request);
    switch (operation) {
      case LIST_WORKFLOWS:
        return workflows.list(route, query, paging);
      case GET_WORKFLOW:
        return workflows.get(route, query);
      case LIST_VERSIONS:
        return workflows.listVersions(route, query, paging);
      case GET_VERSION:
        return workflows.getVersion(route, query);
      case LIST_RUNS:
        return runs.list(route, query, paging);
      case GET_RUN:
        return runs.get(route, query);
      case CANCEL_RUN:
        return runs.cancel(route, query);
      case CHANGE_RUN_RETENTION:
        return runs.changeRetention(route, query, request);
      case START_RUN:
        return starts.start(route, query, request);
      case REPLAY_RUN:
        return starts.replay(route, query, request);
    }
    throw new AssertionError(operation);
  }

  /** Returns an error message for the header, or null if the header is valid. */
  private @Nullable String unauthorized(@Nullable String authorization) {
    if (authorization == null) {
      return "API key is missing; send the header Authorization: Bearer <API key>";
    }
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return "API key was not sent as a bearer token; send Authorization: Bearer <API key>";
    }
    return authorization.substring(BEARER.length()).trim().equals(apiKey)
        ? null
        : "API key is not valid";
  }
}
