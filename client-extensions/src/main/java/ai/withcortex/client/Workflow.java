package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.model.Run;

/** One workflow of an app. Immutable and safe for use by several threads. */
public final class Workflow {
  private final CortexTransport transport;
  private final String appId;
  private final String workflowId;

  Workflow(CortexTransport transport, String appId, String workflowId) {
    this.transport = transport;
    this.appId = appId;
    this.workflowId = workflowId;
  }

  /** All runs of the workflow. Sends nothing until it is iterated. */
  public PagedIterable<Run> runs() {
    return runs(RunQuery.builder().build());
  }

  /** The runs that a query asks for. Sends nothing until it is iterated. */
  public PagedIterable<Run> runs(RunQuery query) {
    requireNonNull(query, "query == null");
    RunPages pages = new RunPages(transport, appId, workflowId, query);
    return PagedIterable.of(pages, query.page(), query.take());
  }
}
