package ai.withcortex.testing;

import org.jspecify.annotations.Nullable;

/** Answers the operation {@code listRuns}. */
final class RunsEndpoint {
  private static final String BEARER = "Bearer ";

  private final RunStore store;
  private final String apiKey;
  private volatile MutationScript.Player changes = MutationScript.none().start();
  private volatile PagingBehaviour paging = PagingBehaviour.standard();

  RunsEndpoint(RunStore store, String apiKey) {
    this.store = store;
    this.apiKey = apiKey;
  }

  void mutations(MutationScript script) {
    changes = script.start();
  }

  void paging(PagingBehaviour behaviour) {
    paging = behaviour;
  }

  Answer answer(Request request) {
    Request.Route route = request.route();
    if (route == null) {
      return Answer.error(404, "Path not found; the sandbox has only " + Request.Route.TEMPLATE);
    }
    if (!request.method().equals("GET")) {
      return Answer.error(405, "Method " + request.method() + " is not allowed; send GET")
          .header("Allow", "GET");
    }
    String unauthorized = unauthorized(request.header("Authorization"));
    if (unauthorized != null) {
      return Answer.error(401, unauthorized).header("WWW-Authenticate", "Bearer");
    }
    if (!store.hasApp(route.appId)) {
      return Answer.error(404, "App not found: " + route.appId);
    }
    if (!store.hasWorkflow(route.appId, route.workflowId)) {
      return Answer.error(404, "Workflow not found: " + route.workflowId);
    }
    MutationScript.Changes due = changes.next();
    due.makeBefore(store, route);
    Answer answer = list(route, request);
    due.makeDuring(store, route);
    return answer;
  }

  private Answer list(Request.Route route, Request request) {
    PagingBehaviour behaviour = paging;
    ParameterReader reader = new ParameterReader(request);
    RunsParameters parameters = RunsParameters.read(reader, behaviour);
    if (!reader.errors().isEmpty()) {
      return Answer.invalid(reader.errors());
    }
    RunList.Listing listing = store.list(route, parameters, behaviour);
    Answer answer = Answer.ok(listing.json(parameters.isVerbose()));
    behaviour.tell(answer, listing.window, parameters.page(), parameters.take());
    return answer;
  }

  /** Returns an error message for the header; null if the header is valid. */
  private @Nullable String unauthorized(@Nullable String authorization) {
    if (authorization == null) {
      return "API key is missing; send the header Authorization: Bearer <API key>";
    }
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return "API key is not sent as a bearer token; send Authorization: Bearer <API key>";
    }
    return authorization.substring(BEARER.length()).trim().equals(apiKey)
        ? null
        : "API key is not valid";
  }
}
