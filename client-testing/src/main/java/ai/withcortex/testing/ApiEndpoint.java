package ai.withcortex.testing;

import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.RunStore;
import org.jspecify.annotations.Nullable;

/** Checks what all requests have in common, and passes each to the endpoint for its operation. */
final class ApiEndpoint {
  private static final String BEARER = "Bearer ";

  private final RunStore store;
  private final String apiKey;
  private final RunsEndpoint runs;
  private final StartsEndpoint starts;

  ApiEndpoint(RunStore store, String apiKey, RunsEndpoint runs, StartsEndpoint starts) {
    this.store = store;
    this.apiKey = apiKey;
    this.runs = runs;
    this.starts = starts;
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
      case LIST_RUNS:
        return runs.list(route, query);
      case GET_RUN:
        return runs.get(route, query);
      case CANCEL_RUN:
        return runs.cancel(route, query);
      case START_RUN:
        return starts.start(route, query, request);
      default:
        return SandboxResponse.error(501, "The sandbox does not serve " + operation.id());
    }
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
