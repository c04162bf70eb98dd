package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.CancelRunOptions;
import ai.withcortex.api.ChangeRunRetentionOptions;
import ai.withcortex.api.GetRunOptions;
import ai.withcortex.api.ReplayRunOptions;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ChangeRunRetentionRequest;
import ai.withcortex.model.ReplayRunRequest;
import ai.withcortex.model.Run;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A run of a workflow, addressed by its ID. Each method sends its own request. Immutable and
 * thread-safe.
 *
 * <p>The blocking methods throw a {@link ai.withcortex.core.error.CortexException} if the call
 * fails, a {@link ai.withcortex.core.error.NotFoundException} if the workflow has no such run. The
 * futures of the other methods fail with the same exceptions; canceling a future ends its call.
 *
 * <p>A cancellation, a replay, and a change of the retention are sent only once, because the API
 * has no key that would make a repetition harmless.
 */
public final class RunHandle {
  private final Caller caller;
  private final String appId;
  private final String workflowId;
  private final String id;
  private final @Nullable Run initial;

  RunHandle(Caller caller, String appId, String workflowId, String id, @Nullable Run initial) {
    this.caller = caller;
    this.appId = appId;
    this.workflowId = workflowId;
    this.id = id;
    this.initial = initial;
  }

  /** Returns the ID of the run. */
  public String id() {
    return id;
  }

  /**
   * Returns the run as the response to its start or replay described it, or null if this handle was
   * created from an ID.
   */
  public @Nullable Run initial() {
    return initial;
  }

  /** Gets the run as it is now, without the parts that the API omits by default. */
  public Run get() {
    return get(GetRunOptions.builder().build());
  }

  /**
   * Gets the run as it is now. Blocks until the response has been read.
   *
   * @param options which parts of the run to include
   */
  public Run get(GetRunOptions options) {
    return caller.call(RunsApi.class, getting(options));
  }

  /** Gets the run like {@link #get(GetRunOptions)}, but without blocking. */
  public CompletableFuture<Run> getAsync(GetRunOptions options) {
    return caller.callAsync(RunsApi.class, getting(options));
  }

  private Function<RunsApi, Call<Run>> getting(GetRunOptions options) {
    requireNonNull(options, "options == null");
    return api -> options.call(api, appId, workflowId, id);
  }

  /**
   * Waits until the run has ended, for at most the given time; see {@link #await(AwaitOptions)}.
   */
  public Run await(Duration timeLimit) {
    return await(AwaitOptions.builder().timeLimit(timeLimit).build());
  }

  /**
   * Polls the run until it has ended, and returns the ended run, whatever its status: check {@link
   * Run#status}. Blocks the calling thread.
   *
   * <p>If many runs of a workflow are awaited, with the same client and the same {@link
   * ai.withcortex.core.Credentials} object, they share requests: pages of the list tell what has
   * become of up to 100 runs at a time. No request is sent if {@link #initial} has already ended
   * and the options do not ask for more parts of it. Requests are sent on threads of the client, so
   * a credentials supplier has no access to the context of the calling thread.
   *
   * @param options how long to wait, how often to poll, and whom to tell about the progress
   * @throws ai.withcortex.core.error.CortexTimeoutException if the run has not ended within the
   *     {@linkplain AwaitOptions#timeLimit time limit}; this and the next two exceptions say in
   *     which status the run was last seen
   * @throws ai.withcortex.core.error.CortexCanceledException if the thread is interrupted, which
   *     keeps its interrupt flag
   * @throws IllegalStateException if the client is closed
   * @throws ai.withcortex.core.error.CortexException if a poll fails in a way that does not pass,
   *     or an outage exceeds its {@linkplain AwaitOptions#outageLimit limit}
   */
  public Run await(AwaitOptions options) {
    requireNonNull(options, "options == null");
    return caller.context.awaits().await(awaited(), id, initial, options);
  }

  /**
   * Awaits the end of the run like {@link #await(AwaitOptions)}, but without blocking a thread. The
   * future fails with the same exceptions. Canceling it, or completing it in any other way, ends
   * the await; its {@link java.util.concurrent.CancellationException}, which {@code join} wraps in
   * another one on newer JDKs, says in which status the run was last seen. Dependent stages run on
   * threads of the client, {@code cortex-wait}, and may block.
   */
  public CompletableFuture<Run> awaitAsync(AwaitOptions options) {
    requireNonNull(options, "options == null");
    return caller.context.awaits().awaitAsync(awaited(), id, initial, options);
  }

  private AwaitedRuns awaited() {
    return new AwaitedRuns(caller, appId, workflowId);
  }

  /**
   * Asks the server to cancel the run, and returns the run, which may not have ended yet: how long
   * a cancellation takes is not documented, nor whether it is an error if the run has ended.
   */
  public Run cancel() {
    return caller.call(RunsApi.class, this::canceling);
  }

  /** Cancels the run like {@link #cancel}, but without blocking. */
  public CompletableFuture<Run> cancelAsync() {
    return caller.callAsync(RunsApi.class, this::canceling);
  }

  private Call<Run> canceling(RunsApi api) {
    return CancelRunOptions.builder().build().call(api, appId, workflowId, id);
  }

  /**
   * Starts a run in the background that repeats this one from a step on, and returns its handle.
   *
   * @param stepKey the key of the step with which the replay starts
   */
  public RunHandle replay(String stepKey) {
    return replay(ReplayRunRequest.builder().stepKey(stepKey).build());
  }

  /**
   * Starts a run that repeats this one from a step on, and returns its handle.
   *
   * @param request the step and further options. If {@code background} is not set, it is sent as
   *     true. If it is false, only the total timeout limits the wait for the response.
   * @throws StartUnknownException if it is unknown whether the replay was started
   * @throws IllegalArgumentException if {@code stream} is true, because this method reads JSON
   */
  public RunHandle replay(ReplayRunRequest request) {
    Function<RunsApi, Call<Run>> replaying = replaying(request);
    StartSearch search = StartSearch.of(caller, appId, workflowId, id, initial);
    try {
      CallLimits limits = ClientContext.limitsOfStart(request.background());
      return started(caller.call(RunsApi.class, replaying, limits));
    } catch (CortexException e) {
      throw StartUnknownException.of(e, search);
    }
  }

  /** Replays the run like {@link #replay(ReplayRunRequest)}, but without blocking. */
  public CompletableFuture<RunHandle> replayAsync(ReplayRunRequest request) {
    Function<RunsApi, Call<Run>> replaying = replaying(request);
    StartSearch search = StartSearch.of(caller, appId, workflowId, id, initial);
    CallLimits limits = ClientContext.limitsOfStart(request.background());
    return Caller.then(
        caller.callAsync(RunsApi.class, replaying, limits),
        this::started,
        failure -> StartUnknownException.ofAny(failure, search));
  }

  private Function<RunsApi, Call<Run>> replaying(ReplayRunRequest request) {
    ClientContext.requireJson(request.stream());
    ReplayRunRequest sent =
        request.background() == null ? request.toBuilder().background(true).build() : request;
    return api -> ReplayRunOptions.builder().build().call(api, appId, workflowId, id, sent);
  }

  private RunHandle started(Run run) {
    return new RunHandle(caller, appId, workflowId, run.id(), run);
  }

  /**
   * Changes how long the run is kept, and returns the run.
   *
   * @param maxAge the age at which the run is deleted, in whole seconds
   * @throws IllegalArgumentException if the age is negative
   */
  @SuppressWarnings("JavaDurationGetSecondsToToSeconds") // The other method is of Java 9.
  public Run changeRetention(Duration maxAge) {
    if (maxAge.isNegative()) {
      throw new IllegalArgumentException(
          "Expected maxAge to be 0 or more, found "
              + maxAge
              + "; to keep the run without limit, pass a ChangeRunRetentionRequest with -1");
    }
    return changeRetention(
        ChangeRunRetentionRequest.builder().retention(JsonValue.of(maxAge.getSeconds())).build());
  }

  /** Changes how long the run is kept, and returns the run. */
  public Run changeRetention(ChangeRunRetentionRequest request) {
    return caller.call(RunsApi.class, changing(request));
  }

  /** Changes the retention like {@link #changeRetention}, but without blocking. */
  public CompletableFuture<Run> changeRetentionAsync(ChangeRunRetentionRequest request) {
    return caller.callAsync(RunsApi.class, changing(request));
  }

  private Function<RunsApi, Call<Run>> changing(ChangeRunRetentionRequest request) {
    requireNonNull(request, "request == null");
    ChangeRunRetentionOptions none = ChangeRunRetentionOptions.builder().build();
    return api -> none.call(api, appId, workflowId, id, request);
  }

  /** Returns text that includes the ID. */
  @Override
  public String toString() {
    return "RunHandle{id=" + id + "}";
  }
}
