package ai.withcortex.testing;

import ai.withcortex.api.CancelRunOptions;
import ai.withcortex.api.ChangeRunRetentionOptions;
import ai.withcortex.api.GetRunOptions;
import ai.withcortex.model.Retention;
import ai.withcortex.testing.server.BodyValidator;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.RunRetention;
import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.ListedRun;
import ai.withcortex.testing.store.RequestedRuns;
import ai.withcortex.testing.store.RunPage;
import ai.withcortex.testing.store.RunStore;
import org.jspecify.annotations.Nullable;

/** Lists, gets, cancels, and keeps the runs of existing workflows. */
final class RunsEndpoint {
  private final RunStore store;
  private final RequestedRuns requested;
  private volatile MutationScript.Player changes = MutationScript.none().start();

  RunsEndpoint(RunStore store, RequestedRuns requested) {
    this.store = store;
    this.requested = requested;
  }

  void mutations(MutationScript script) {
    changes = script.start();
  }

  SandboxResponse list(Route route, QueryValidator query, PagingBehaviour paging) {
    MutationScript.Changes due = changes.next();
    due.makeBefore(store, route);
    SandboxResponse response = page(route, query, paging);
    due.makeDuring(store, route);
    return response;
  }

  private SandboxResponse page(Route route, QueryValidator query, PagingBehaviour paging) {
    ListRunsParameters parameters = ListRunsParameters.read(query, paging);
    if (!query.errors().isEmpty()) {
      return SandboxResponse.invalid(query.errors());
    }
    PageParameters page = parameters.page();
    RunPage runs = store.page(route.appId(), route.workflowId(), parameters.filter(), page::window);
    return page.addHeaders(SandboxResponse.ok(runs.json(parameters.isVerbose())), runs.window());
  }

  SandboxResponse get(Route route, QueryValidator query) {
    boolean isVerbose = query.checkAll(GetRunOptions.PARAMETERS);
    return query.errors().isEmpty()
        ? found(route, isVerbose, store.run(route.appId(), route.workflowId(), route.elementId()))
        : SandboxResponse.invalid(query.errors());
  }

  SandboxResponse cancel(Route route, QueryValidator query) {
    boolean isVerbose = query.checkAll(CancelRunOptions.PARAMETERS);
    if (!query.errors().isEmpty()) {
      return SandboxResponse.invalid(query.errors());
    }
    return found(
        route, isVerbose, requested.cancel(route.appId(), route.workflowId(), route.elementId()));
  }

  SandboxResponse changeRetention(Route route, QueryValidator query, SandboxRequest request) {
    boolean isVerbose = query.checkAll(ChangeRunRetentionOptions.PARAMETERS);
    if (!query.errors().isEmpty()) {
      return SandboxResponse.invalid(query.errors());
    }
    if (store.run(route.appId(), route.workflowId(), route.elementId()) == null) {
      return notFound(route);
    }
    BodyValidator body = new BodyValidator(request);
    Retention retention = RunRetention.read(body);
    if (body.isWrong()) {
      return body.refused();
    }
    boolean isChanged = body.has(RunRetention.NAME);
    return found(
        route,
        isVerbose,
        requested.change(
            route.appId(),
            route.workflowId(),
            route.elementId(),
            run -> isChanged ? run.toBuilder().retention(retention).build() : run));
  }

  static SandboxResponse notFound(Route route) {
    return SandboxResponse.error(404, "Run not found: " + route.elementId());
  }

  private static SandboxResponse found(Route route, boolean isVerbose, @Nullable ListedRun run) {
    return run == null ? notFound(route) : SandboxResponse.ok(run.json(isVerbose));
  }
}
