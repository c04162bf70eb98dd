package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.PagedIterables;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.Watches;
import ai.withcortex.core.Credentials;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A workflow of an app. Immutable and thread-safe. */
public final class Workflow {
  private static final int FIRST_PAGE = 1;
  private static final int TAKE = 100;

  /** The largest page that a watch requests on its own; a page is held in memory. */
  private static final int GREATEST_TAKE = 500;

  private final ClientContext context;
  private final String appId;
  private final String workflowId;
  private final @Nullable Credentials credentials;

  Workflow(
      ClientContext context, String appId, String workflowId, @Nullable Credentials credentials) {
    this.context = context;
    this.appId = appId;
    this.workflowId = workflowId;
    this.credentials = credentials;
  }

  /**
   * Returns the same workflow with its own credentials instead of those of the client. All its
   * requests use them, including prefetched pages and the polls of watches. Checkpoints and
   * positions contain no credentials, so set them again to resume.
   */
  public Workflow withCredentials(Credentials credentials) {
    requireNonNull(credentials, "credentials == null");
    return new Workflow(context, appId, workflowId, credentials);
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

  /**
   * Gets a run of the workflow like {@link #run(String, GetRunOptions)}, without the parts that the
   * API omits by default.
   */
  public Run run(String id) {
    return run(id, GetRunOptions.builder().build());
  }

  /**
   * Gets a run of the workflow as it is now. Blocks until the response has been read.
   *
   * @param options which parts of the run to include
   * @throws ai.withcortex.core.error.NotFoundException if there is no such run
   * @throws ai.withcortex.core.error.CortexException if the call fails for another reason
   * @throws IllegalArgumentException if the ID is blank or part of a relative path
   */
  public Run run(String id, GetRunOptions options) {
    Function<RunsApi, Call<Run>> operation = get(id, options);
    return credentials == null
        ? context.transport.call(RunsApi.class, operation)
        : context.transport.call(RunsApi.class, operation, credentials);
  }

  /**
   * Gets a run like {@link #run(String, GetRunOptions)}, but without blocking. The future fails
   * with the exceptions of that method; canceling it ends the call.
   */
  public CompletableFuture<Run> runAsync(String id, GetRunOptions options) {
    Function<RunsApi, Call<Run>> operation = get(id, options);
    return credentials == null
        ? context.transport.callAsync(RunsApi.class, operation)
        : context.transport.callAsync(RunsApi.class, operation, credentials);
  }

  private Function<RunsApi, Call<Run>> get(String id, GetRunOptions options) {
    ClientContext.requireId(id, "id");
    requireNonNull(options, "options == null");
    return api -> options.call(api, appId, workflowId, id);
  }

  /** Watches runs like {@link #watch(RunQuery, WatchOptions)}, with the default options. */
  public Watch<Run> watch(RunQuery query) {
    return watch(query, WatchOptions.DEFAULT);
  }

  /**
   * Watches the newest runs that match a query and reports new runs, status changes, and runs that
   * vanish. No request is sent until you iterate.
   *
   * <p>A run that has not {@linkplain ai.withcortex.model.RunStatus#isEnded() ended} when newer
   * runs push it out of the window is followed until it ends or vanishes, within the {@link
   * WatchOptions#followLimit}. If the query filters by status, a run is reported as vanished when
   * its status no longer matches.
   *
   * <p>If the query does not set {@code take}, each request asks for as many runs as the window
   * has, but at least 100 and at most 500. With the default window, a poll therefore takes a single
   * request if the server honors this number and no unfinished run is outside the window. If the
   * server rejects this number, set a smaller {@code take}.
   *
   * @throws IllegalArgumentException if the query starts after the first page, or if the position
   *     in the options belongs to a different query
   */
  public Watch<Run> watch(RunQuery query, WatchOptions options) {
    RunPages pages = pages(query);
    requireNonNull(options, "options == null");
    Integer take = query.take();
    return Watches.of(
        pages,
        firstPage(query),
        take == null ? Math.min(Math.max(TAKE, options.window()), GREATEST_TAKE) : take,
        run -> run.status().value(),
        status -> RunStatus.of(status).isEnded(),
        options);
  }

  private RunPages pages(RunQuery query) {
    requireNonNull(query, "query == null");
    PageNumbers known = query.page() == null ? context.numbers : PageNumbers.startingAt(FIRST_PAGE);
    return new RunPages(context, appId, workflowId, query, known, credentials);
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
