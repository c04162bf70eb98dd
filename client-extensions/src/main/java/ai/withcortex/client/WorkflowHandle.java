package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.GetVersionOptions;
import ai.withcortex.api.GetWorkflowOptions;
import ai.withcortex.api.ListVersionsOptions;
import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.api.StartRunOptions;
import ai.withcortex.api.WorkflowsApi;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.watching.Watch;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.Watches;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.Credentials;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StartRunRequest;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import retrofit2.Call;

/** A workflow of an app, addressed by its ID. Immutable and thread-safe. */
public final class WorkflowHandle {
  /** The smallest page that a watch requests on its own. */
  private static final int LEAST_TAKE = 100;

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
    return pages(query).list();
  }

  /** Gets the workflow as it is now, without the parts that the API omits by default. */
  public Workflow get() {
    return get(GetWorkflowOptions.builder().build());
  }

  /**
   * Gets the workflow as it is now. Blocks until the response has been read.
   *
   * @param options which parts of the workflow to include
   * @throws ai.withcortex.core.error.CortexException if the call fails; a {@link
   *     ai.withcortex.core.error.NotFoundException} if the app has no such workflow
   */
  public Workflow get(GetWorkflowOptions options) {
    return caller.call(WorkflowsApi.class, getting(options));
  }

  /**
   * Gets the workflow like {@link #get(GetWorkflowOptions)}, but without blocking. Canceling the
   * future ends the call.
   */
  public CompletableFuture<Workflow> getAsync(GetWorkflowOptions options) {
    return caller.callAsync(WorkflowsApi.class, getting(options));
  }

  private Function<WorkflowsApi, Call<Workflow>> getting(GetWorkflowOptions options) {
    requireNonNull(options, "options == null");
    return api -> options.call(api, appId, workflowId);
  }

  /** Returns all saved versions of the workflow. No request is sent until you iterate. */
  public PagedIterable<WorkflowVersion> versions() {
    return versions(ListVersionsOptions.builder().build());
  }

  /**
   * Returns the saved versions of the workflow that match a query. No request is sent until you
   * iterate.
   *
   * <p>This is the same kind of list as {@link #runs(RunQuery)}, with the same defaults for {@code
   * page} and {@code take}. All other parameters are sent unchanged with every request.
   */
  public PagedIterable<WorkflowVersion> versions(ListVersionsOptions query) {
    requireNonNull(query, "query == null");
    WorkflowsApi api = caller.context.transport.api(WorkflowsApi.class);
    ListVersionsOptions all = query.toBuilder().page(null).take(null).build();
    return new ListPages<>(
            caller,
            ListPages.key("versions", ListVersionsOptions.PARAMETERS, all, appId, workflowId),
            query.page(),
            query.take(),
            (page, take) ->
                all.toBuilder().page(page).take(take).build().call(api, appId, workflowId),
            WorkflowVersion::id)
        .list();
  }

  /**
   * Gets a saved version of the workflow, without the parts that the API omits by default.
   *
   * @param idOrNumber the ID of the version, or its number in decimal digits
   */
  public WorkflowVersion version(String idOrNumber) {
    return version(idOrNumber, GetVersionOptions.builder().build());
  }

  /**
   * Gets a saved version of the workflow. Blocks until the response has been read.
   *
   * @param idOrNumber the ID of the version, or its number in decimal digits
   * @param options which parts of the version to include
   * @throws IllegalArgumentException if the ID is blank, {@code .}, or {@code ..}, which cannot be
   *     used in a URL path
   * @throws ai.withcortex.core.error.CortexException if the call fails; a {@link
   *     ai.withcortex.core.error.NotFoundException} if the workflow has no such version
   */
  public WorkflowVersion version(String idOrNumber, GetVersionOptions options) {
    return caller.call(WorkflowsApi.class, gettingVersion(idOrNumber, options));
  }

  /**
   * Gets a saved version like {@link #version(String, GetVersionOptions)}, but without blocking.
   * Canceling the future ends the call.
   */
  public CompletableFuture<WorkflowVersion> versionAsync(
      String idOrNumber, GetVersionOptions options) {
    return caller.callAsync(WorkflowsApi.class, gettingVersion(idOrNumber, options));
  }

  private Function<WorkflowsApi, Call<WorkflowVersion>> gettingVersion(
      String idOrNumber, GetVersionOptions options) {
    ClientContext.requireId(idOrNumber, "idOrNumber");
    requireNonNull(options, "options == null");
    return api -> options.call(api, appId, workflowId, idOrNumber);
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
   * <p>The request is sent once. It is sent again only if no byte of it can have left, or after a
   * 401 with another key.
   *
   * @param request the input and further options. If {@code background} is not set, it is sent as
   *     true, so the response arrives at once and the run goes on. If it is false, the response
   *     probably arrives only when the run has ended. Only the total timeout limits the wait for
   *     it, and not the timeouts for reading and for an attempt.
   * @throws StartUnknownException if it is unknown whether the run was started
   * @throws CortexException if the run was certainly not started
   * @throws IllegalArgumentException if {@code stream} is true, because this method reads JSON
   */
  public RunHandle start(StartRunRequest request) {
    Function<RunsApi, Call<Run>> starting = starting(request);
    StartSearch search = StartSearch.of(caller, appId, workflowId, request);
    try {
      CallLimits limits = ClientContext.limitsOfStart(request.background());
      return started(caller.call(RunsApi.class, starting, limits));
    } catch (CortexException e) {
      throw StartUnknownException.of(e, search);
    }
  }

  /** Starts a run like {@link #start(StartRunRequest)}, but without blocking. */
  public CompletableFuture<RunHandle> startAsync(StartRunRequest request) {
    Function<RunsApi, Call<Run>> starting = starting(request);
    StartSearch search = StartSearch.of(caller, appId, workflowId, request);
    CallLimits limits = ClientContext.limitsOfStart(request.background());
    return Caller.then(
        caller.callAsync(RunsApi.class, starting, limits),
        this::started,
        failure -> StartUnknownException.ofAny(failure, search));
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
    ListPages<Run> pages = pages(query);
    requireNonNull(options, "options == null");
    Integer take = query.take();
    return Watches.of(
        pages,
        pages.firstPage(),
        take == null ? Math.min(Math.max(LEAST_TAKE, options.window()), GREATEST_TAKE) : take,
        run -> run.status().value(),
        status -> RunStatus.of(status).isEnded(),
        options);
  }

  private ListPages<Run> pages(RunQuery query) {
    requireNonNull(query, "query == null");
    RunsApi api = caller.context.transport.api(RunsApi.class);
    RunQuery all = query.toBuilder().page(null).take(null).build();
    return new ListPages<>(
        caller,
        ListPages.key("runs", RunQuery.PARAMETERS, all, appId, workflowId),
        query.page(),
        query.take(),
        (page, take) -> all.toBuilder().page(page).take(take).build().call(api, appId, workflowId),
        Run::id);
  }
}
