package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.api.StartRunOptions;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.PagedIterables;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.Watches;
import ai.withcortex.core.Credentials;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StartRunRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import retrofit2.Call;

/** A workflow of an app, addressed by its ID. Immutable and thread-safe. */
public final class WorkflowHandle {
  private static final int FIRST_PAGE = 1;
  private static final int TAKE = 100;

  /** The largest page that a watch requests on its own; a page is held in memory. */
  private static final int GREATEST_TAKE = 500;

  private final Caller caller;
  private final String appId;
  private final String workflowId;

  WorkflowHandle(Caller caller, String appId, String workflowId) {
    this.caller = caller;
    this.appId = appId;
    this.workflowId = workflowId;
  }

  /**
   * Returns the same workflow with its own credentials instead of those of the client. All its
   * requests use them, including prefetched pages and the polls of watches. Checkpoints and
   * positions contain no credentials, so set them again to resume.
   */
  public WorkflowHandle withCredentials(Credentials credentials) {
    requireNonNull(credentials, "credentials == null");
    return new WorkflowHandle(new Caller(caller.context, credentials), appId, workflowId);
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
   * Returns a run of the workflow. Does not send a request.
   *
   * @param id the ID of the run
   * @throws IllegalArgumentException if the ID is blank, {@code .}, or {@code ..}, which cannot be
   *     used in a URL path
   */
  public RunHandle run(String id) {
    return new RunHandle(caller, appId, workflowId, ClientContext.requireId(id, "id"), null);
  }

  /**
   * Starts a run of the workflow in the background with the given input, like {@link
   * #start(StartRunRequest)}.
   *
   * @param input the input values by the keys of the input fields
   */
  public RunHandle start(Map<String, JsonValue> input) {
    return start(StartRunRequest.builder().input(input).build());
  }

  /**
   * Starts a run of the workflow and returns its handle. Blocks until the response has been read.
   *
   * @param request the input and further options. If {@code background} is not set, it is sent as
   *     true, so the response arrives at once and the run goes on. If it is false, the response
   *     probably arrives only when the run has ended.
   * @throws IllegalArgumentException if {@code stream} is true, because this method reads JSON
   */
  public RunHandle start(StartRunRequest request) {
    return started(caller.call(RunsApi.class, starting(request)));
  }

  /** Starts a run like {@link #start(StartRunRequest)}, but without blocking. */
  public CompletableFuture<RunHandle> startAsync(StartRunRequest request) {
    return Caller.then(caller.callAsync(RunsApi.class, starting(request)), this::started);
  }

  private Function<RunsApi, Call<Run>> starting(StartRunRequest request) {
    ClientContext.requireJson(request.stream());
    StartRunRequest sent =
        request.background() == null ? request.toBuilder().background(true).build() : request;
    return api -> StartRunOptions.builder().build().call(api, appId, workflowId, sent);
  }

  private RunHandle started(Run run) {
    return new RunHandle(caller, appId, workflowId, run.id(), run);
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
    PageNumbers known =
        query.page() == null ? caller.context.numbers : PageNumbers.startingAt(FIRST_PAGE);
    return new RunPages(caller, appId, workflowId, query, known);
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
