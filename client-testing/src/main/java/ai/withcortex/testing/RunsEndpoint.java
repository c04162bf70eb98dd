package ai.withcortex.testing;

import ai.withcortex.api.CancelRunOptions;
import ai.withcortex.api.GetRunOptions;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.ListedRun;
import ai.withcortex.testing.store.RunPage;
import ai.withcortex.testing.store.RunStore;
import org.jspecify.annotations.Nullable;

/** Lists, gets, and cancels the runs of existing workflows. */
final class RunsEndpoint {
  private final RunStore store;
  private volatile MutationScript.Player changes = MutationScript.none().start();
  private volatile PagingBehaviour paging = PagingBehaviour.standard();

  RunsEndpoint(RunStore store) {
    this.store = store;
  }

  void mutations(MutationScript script) {
    changes = script.start();
  }

  void paging(PagingBehaviour behaviour) {
    paging = behaviour;
  }

  SandboxResponse list(Route route, QueryValidator query) {
    MutationScript.Changes due = changes.next();
    due.makeBefore(store, route);
    SandboxResponse response = page(route, query);
    due.makeDuring(store, route);
    return response;
  }

  private SandboxResponse page(Route route, QueryValidator query) {
    PagingBehaviour behaviour = paging;
    ListRunsParameters parameters = ListRunsParameters.read(query, behaviour);
    if (!query.errors().isEmpty()) {
      return SandboxResponse.invalid(query.errors());
    }
    int page = parameters.page();
    int take = parameters.take();
    RunPage runs =
        store.page(
            route.appId(), route.workflowId(), parameters.filter(), behaviour.window(page, take));
    SandboxResponse response = SandboxResponse.ok(runs.json(parameters.isVerbose()));
    behaviour.addHeaders(response, runs.window(), page, take);
    return response;
  }

  SandboxResponse get(Route route, QueryValidator query) {
    boolean isVerbose = query.checkAll(GetRunOptions.PARAMETERS);
    return query.errors().isEmpty()
        ? found(route, isVerbose, store.run(route.appId(), route.workflowId(), route.elementId()))
        : SandboxResponse.invalid(query.errors());
  }

  SandboxResponse cancel(Route route, QueryValidator query) {
    boolean isVerbose = query.checkAll(CancelRunOptions.PARAMETERS);
    return query.errors().isEmpty()
        ? found(
            route, isVerbose, store.cancel(route.appId(), route.workflowId(), route.elementId()))
        : SandboxResponse.invalid(query.errors());
  }

  private static SandboxResponse found(Route route, boolean isVerbose, @Nullable ListedRun run) {
    return run == null
        ? SandboxResponse.error(404, "Run not found: " + route.elementId())
        : SandboxResponse.ok(run.json(isVerbose));
  }
}
