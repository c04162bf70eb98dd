package ai.withcortex.testing;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.ListedRun;
import ai.withcortex.testing.store.RunPage;
import ai.withcortex.testing.store.RunStore;
import org.jspecify.annotations.Nullable;

/** Handles {@code listRuns} and {@code getRun} requests. */
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

  SandboxResponse answer(SandboxRequest request) {
    RunsPath path = RunsPath.of(request);
    if (path == null) {
      return SandboxResponse.error(
          404, "Path not found; the sandbox serves only " + RunsPath.TEMPLATES);
    }
    if (!request.method().equals("GET")) {
      return SandboxResponse.error(405, "Method " + request.method() + " is not allowed; send GET")
          .header("Allow", "GET");
    }
    String unauthorized = unauthorized(request.header("Authorization"));
    if (unauthorized != null) {
      return SandboxResponse.error(401, unauthorized).header("WWW-Authenticate", "Bearer");
    }
    if (!store.hasApp(path.appId)) {
      return SandboxResponse.error(404, "App not found: " + path.appId);
    }
    if (!store.hasWorkflow(path.appId, path.workflowId)) {
      return SandboxResponse.error(404, "Workflow not found: " + path.workflowId);
    }
    if (path.runId != null) {
      return get(path, path.runId, request);
    }
    MutationScript.Changes due = changes.next();
    due.makeBefore(store, path);
    SandboxResponse response = list(path, request);
    due.makeDuring(store, path);
    return response;
  }

  private SandboxResponse list(RunsPath path, SandboxRequest request) {
    PagingBehaviour behaviour = paging;
    QueryValidator validator = new QueryValidator(request);
    ListRunsParameters parameters = ListRunsParameters.read(validator, behaviour);
    if (!validator.errors().isEmpty()) {
      return SandboxResponse.invalid(validator.errors());
    }
    int page = parameters.page();
    int take = parameters.take();
    RunPage runs =
        store.page(path.appId, path.workflowId, parameters.filter(), behaviour.window(page, take));
    SandboxResponse response = SandboxResponse.ok(runs.json(parameters.isVerbose()));
    behaviour.addHeaders(response, runs.window(), page, take);
    return response;
  }

  private SandboxResponse get(RunsPath path, String runId, SandboxRequest request) {
    QueryValidator validator = new QueryValidator(request);
    GetRunOptions.PARAMETERS.forEach(parameter -> validator.check(parameter, null));
    validator.requireWellFormed();
    if (!validator.errors().isEmpty()) {
      return SandboxResponse.invalid(validator.errors());
    }
    ListedRun run = store.run(path.appId, path.workflowId, runId);
    return run == null
        ? SandboxResponse.error(404, "Run not found: " + runId)
        : SandboxResponse.ok(run.json(!validator.value("verbose", "").isEmpty()));
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
