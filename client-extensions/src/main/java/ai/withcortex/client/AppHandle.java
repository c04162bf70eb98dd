package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.ListWorkflowsOptions;
import ai.withcortex.api.RunQuery;
import ai.withcortex.api.WorkflowsApi;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.core.Credentials;
import ai.withcortex.model.Workflow;

/** An app, addressed by its ID. Immutable and thread-safe. */
public final class AppHandle {
  private final Caller caller;
  private final String appId;

  AppHandle(Caller caller, String appId) {
    this.caller = caller;
    this.appId = appId;
  }

  /**
   * Returns the same app with its own credentials instead of those of the client, for the app, its
   * workflows, and their runs.
   */
  public AppHandle withCredentials(Credentials credentials) {
    requireNonNull(credentials, "credentials == null");
    return new AppHandle(new Caller(caller.context, credentials), appId);
  }

  /**
   * Returns a workflow of the app. Does not send a request.
   *
   * @param workflowId the ID of the workflow
   * @throws IllegalArgumentException if the ID is blank, {@code .}, or {@code ..}, which cannot be
   *     used in a URL path
   */
  public WorkflowHandle workflow(String workflowId) {
    return new WorkflowHandle(caller, appId, ClientContext.requireId(workflowId, "workflowId"));
  }

  /** Returns all workflows of the app. No request is sent until you iterate. */
  public PagedIterable<Workflow> workflows() {
    return workflows(ListWorkflowsOptions.builder().build());
  }

  /**
   * Returns the workflows of the app that match a query. No request is sent until you iterate.
   *
   * <p>This is the same kind of list as {@link WorkflowHandle#runs(RunQuery)}, with the same
   * defaults for {@code page} and {@code take}. All other parameters are sent unchanged with every
   * request. Each workflow contains its current steps, and its pages can therefore be large.
   */
  public PagedIterable<Workflow> workflows(ListWorkflowsOptions query) {
    requireNonNull(query, "query == null");
    WorkflowsApi api = caller.context.transport.api(WorkflowsApi.class);
    ListWorkflowsOptions all = query.toBuilder().page(null).take(null).build();
    return new ListPages<>(
            caller,
            ListPages.key("workflows", ListWorkflowsOptions.PARAMETERS, all, appId),
            query.page(),
            query.take(),
            (page, take) -> all.toBuilder().page(page).take(take).build().call(api, appId),
            Workflow::id)
        .list();
  }
}
