package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.PagedIterables;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.Watches;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.Credentials;
import ai.withcortex.model.Run;
import org.jspecify.annotations.Nullable;

/** A workflow of an app. Immutable and thread-safe. */
public final class Workflow {
  private static final int FIRST_PAGE = 1;
  private static final int TAKE = 100;

  private final CortexTransport transport;
  private final String appId;
  private final String workflowId;
  private final PageNumbers numbers;
  private final @Nullable Credentials credentials;

  Workflow(
      CortexTransport transport,
      String appId,
      String workflowId,
      PageNumbers numbers,
      @Nullable Credentials credentials) {
    this.transport = transport;
    this.appId = appId;
    this.workflowId = workflowId;
    this.numbers = numbers;
    this.credentials = credentials;
  }

  /**
   * Returns the same workflow with its own credentials instead of those of the client. All its
   * requests use them, including prefetched pages and the polls of watches. Checkpoints and
   * positions contain no credentials, so set them again to resume.
   */
  public Workflow withCredentials(Credentials credentials) {
    requireNonNull(credentials, "credentials == null");
    return new Workflow(transport, appId, workflowId, numbers, credentials);
  }

  /** Returns all runs of the workflow. No request is sent until you iterate. */
  public PagedIterable<Run> runs() {
    return runs(RunQuery.builder().build());
  }

  /**
   * Returns the runs that match a query. No request is sent until you iterate.
   *
   * <p>The list starts at the {@code page} of the query. If the query does not set one, the list
   * starts with the first page, whether the server numbers it 0 or 1. If there is more than one
   * page, the first walk of a client requests page 0 to find out. Each request asks for {@code
   * take} runs, or for 100 if the query does not set it; the server may return fewer. All other
   * parameters are sent unchanged with every request.
   */
  public PagedIterable<Run> runs(RunQuery query) {
    RunPages pages = pages(query);
    return PagedIterables.of(pages, firstPage(query), take(query));
  }

  /** Watches runs like {@link #watch(RunQuery, WatchOptions)}, with the default options. */
  public Watch<Run> watch(RunQuery query) {
    return watch(query, WatchOptions.DEFAULT);
  }

  /**
   * Watches the newest runs that match a query and reports new runs, status changes, and runs that
   * vanish. No request is sent until you iterate.
   *
   * <p>Polling 200 runs takes three requests with the default take of 100, or one request with a
   * take of 200 if the server honors it. If the query filters by status, a run is reported as
   * vanished when its status no longer matches.
   *
   * @throws IllegalArgumentException if the query starts after the first page, or if the position
   *     in the options belongs to a different query
   */
  public Watch<Run> watch(RunQuery query, WatchOptions options) {
    RunPages pages = pages(query);
    return Watches.of(pages, firstPage(query), take(query), run -> run.status().value(), options);
  }

  private RunPages pages(RunQuery query) {
    requireNonNull(query, "query == null");
    PageNumbers known = query.page() == null ? numbers : PageNumbers.startingAt(FIRST_PAGE);
    return new RunPages(transport, appId, workflowId, query, known, credentials);
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
