package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.Credentials;

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
}
