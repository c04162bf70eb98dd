package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.PagedIterables;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.Watches;
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

  /** Returns all runs of the workflow. Sends nothing until you iterate. */
  public PagedIterable<Run> runs() {
    return runs(RunQuery.builder().build());
  }

  /**
   * Returns the runs that match a query. Sends nothing until you iterate.
   *
   * <p>The list starts with the {@code page} of the query, or with page 1 if the query has none.
   * Each request asks for {@code take} runs, or for 100; the server may send fewer. Every request
   * carries all other parameters unchanged.
   */
  public PagedIterable<Run> runs(RunQuery query) {
    RunPages pages = pages(query);
    return PagedIterables.of(pages, firstPage(query), take(query));
  }

  /** Watches runs as {@link #watch(RunQuery, WatchOptions)} does, with the default options. */
  public Watch<Run> watch(RunQuery query) {
    return watch(query, WatchOptions.DEFAULT);
  }

  /**
   * Watches the newest runs that match a query: reports new runs, changes of status and runs that
   * vanish. Sends nothing until you iterate.
   *
   * <p>A poll of 200 runs takes three requests with the default take of 100, and one with a take of
   * 200 if the server honours it. If the query filters by status, a run vanishes when its status
   * changes.
   *
   * @throws IllegalArgumentException if the query starts with a page after the first, or if the
   *     position in the options belongs to another query
   */
  public Watch<Run> watch(RunQuery query, WatchOptions options) {
    RunPages pages = pages(query);
    return Watches.of(pages, firstPage(query), take(query), run -> run.status().value(), options);
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
