package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.model.Run;

/** One workflow of an app. Immutable and safe for use by several threads. */
public final class Workflow {
  private static final int FIRST_PAGE = 1;
  private static final int TAKE = 100;

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

  /**
   * The runs that a query asks for. Sends nothing until it is iterated.
   *
   * <p>The list begins with the {@code page} of the query, or with page 1 if it has none, and asks
   * for {@code take} runs at once, or for 100; the server may send fewer. All other parameters are
   * sent with every page as they are.
   */
  public PagedIterable<Run> runs(RunQuery query) {
    RunPages pages = pages(query);
    return PagedIterable.of(pages, firstPage(query), take(query));
  }

  /** The same as {@link #watch(RunQuery, WatchOptions)} with the default options. */
  public Watch<Run> watch(RunQuery query) {
    return watch(query, WatchOptions.DEFAULT);
  }

  /**
   * What happens to the newest of the runs that a query asks for: which come, change their status
   * and vanish. Sends nothing until it is iterated.
   *
   * <p>A look at 200 runs takes three requests with the default take of 100, and one with a take of
   * 200 if the server honours that. With a query for one status, a run that changes its status
   * vanishes.
   *
   * @throws IllegalArgumentException if the query begins with a page after the first, or if the
   *     position of the options is one of another query
   */
  public Watch<Run> watch(RunQuery query, WatchOptions options) {
    RunPages pages = pages(query);
    return Watch.of(pages, firstPage(query), take(query), run -> run.status().value(), options);
  }

  private RunPages pages(RunQuery query) {
    requireNonNull(query, "query == null");
    return new RunPages(transport, appId, workflowId, query);
  }

  private static int firstPage(RunQuery query) {
    Integer page = query.page();
    return page == null ? FIRST_PAGE : page;
  }

  private static int take(RunQuery query) {
    Integer take = query.take();
    return take == null ? TAKE : take;
  }
}
