package ai.withcortex.client;

import ai.withcortex.api.RunsApi;
import ai.withcortex.core.ConfigurationOptions;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.Credentials;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.event.DriftReport;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A client for the Cortex API.
 *
 * <pre>{@code
 * try (CortexClient cortex = CortexClient.builder().apiKey(key).build()) {
 *   for (Run run : cortex.workflow("app_1", "work_1").runs()) {
 *     System.out.println(run.id() + " " + run.status());
 *   }
 * }
 * }</pre>
 *
 * <p>Each client holds a connection pool. Create one client, share it between threads, and close it
 * when you are done with it.
 */
public final class CortexClient implements AutoCloseable {
  private final String baseUrl;
  private final CortexTransport transport;
  private final ClientContext context;

  private CortexClient(CortexConfiguration configuration) {
    baseUrl = configuration.baseUrl();
    transport = CortexTransport.create(configuration, CortexJson.moshi());
    context = new ClientContext(transport);
  }

  /**
   * Returns a builder with the default configuration. Set an API key before calling {@link
   * Builder#build}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Creates a client with the given configuration. */
  public static CortexClient create(CortexConfiguration configuration) {
    return new CortexClient(configuration);
  }

  /**
   * Returns an app. Does not send a request.
   *
   * @param appId the ID of the app, or {@code c} for callers without an app
   * @throws IllegalArgumentException if the ID is blank, {@code .}, or {@code ..}, which cannot be
   *     used in a URL path
   */
  public AppHandle app(String appId) {
    return new AppHandle(new Caller(context, null), ClientContext.requireId(appId, "appId"));
  }

  /**
   * Returns a workflow of an app. Does not send a request.
   *
   * @param appId the ID of the app that uses the workflow, or {@code c} for callers without an app
   * @param workflowId the ID of the workflow
   * @throws IllegalArgumentException if an ID is blank, {@code .}, or {@code ..}, which cannot be
   *     used in a URL path
   */
  public WorkflowHandle workflow(String appId, String workflowId) {
    return new WorkflowHandle(
        new Caller(context, null),
        ClientContext.requireId(appId, "appId"),
        ClientContext.requireId(workflowId, "workflowId"));
  }

  /**
   * Creates a call using a generated Retrofit interface such as {@link RunsApi}, sends it, and
   * blocks until the response has been read. Returns the body of the response, or null for
   * operations that do not return one ({@code Call<Void>}). This method works for every operation
   * of the API and provides the same features as lists of runs: retries, time limits, typed errors,
   * events, and the drift report.
   *
   * <pre>{@code
   * RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).take(10).build();
   * List<Run> runs = cortex.call(RunsApi.class, api -> failed.call(api, "app_1", "work_1"));
   * System.out.println(runs.size() + " failed runs");
   * }</pre>
   *
   * @param operation creates the call using the given interface; if the call belongs to a different
   *     client, that client sends it with its own API key
   * @throws CortexException if the call fails; exceptions thrown by {@code operation} are
   *     propagated
   * @throws IllegalStateException if the call has already been sent, or the client is closed
   */
  public <S, T extends @Nullable Object> T call(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return transport.call(api, operation);
  }

  /**
   * Sends a call like {@link #call(Class, Function)}, with its own credentials instead of those of
   * the client.
   *
   * @throws IllegalArgumentException if {@code operation} returns a call that does not belong to
   *     this client, or that goes to a different server
   */
  public <S, T extends @Nullable Object> T call(
      Class<S> api, Function<? super S, Call<T>> operation, Credentials credentials) {
    return transport.call(api, operation, credentials);
  }

  /**
   * Sends a call like {@link #call}, but without blocking. If the call fails, the future fails with
   * the exception that {@link #call} would throw.
   *
   * <p>Canceling the future, or completing it in any other way, ends the call immediately.
   * Dependent stages run on the client's own threads and may block. On Android, {@code
   * CompletableFuture} requires API level 24.
   */
  public <S, T extends @Nullable Object> CompletableFuture<T> callAsync(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return transport.callAsync(api, operation);
  }

  /**
   * Sends a call like {@link #callAsync(Class, Function)}, with its own credentials instead of
   * those of the client.
   *
   * @throws IllegalArgumentException if {@code operation} returns a call that does not belong to
   *     this client, or that goes to a different server
   */
  public <S, T extends @Nullable Object> CompletableFuture<T> callAsync(
      Class<S> api, Function<? super S, Call<T>> operation, Credentials credentials) {
    return transport.callAsync(api, operation, credentials);
  }

  /**
   * Returns an implementation of a generated Retrofit interface such as {@link RunsApi}, for making
   * calls without the features of {@link #call}. These calls include the API key, are subject to
   * the time limit per attempt and the limits on body sizes, and report drift. They are sent only
   * once, do not notify request listeners, and fail with Retrofit's exceptions. An error status
   * results in a {@code Response} rather than an exception.
   */
  public <T> T api(Class<T> retrofitInterface) {
    return transport.api(retrofitInterface);
  }

  /**
   * Returns a report of the differences so far between responses and the spec that this version was
   * generated from. A difference is anything in a response that the models do not define. No data
   * has been lost, and the report does not contain any values.
   *
   * <pre>{@code
   * for (Drift drift : cortex.drift().drifts()) {
   *   log.info("The API has changed: {}", drift);
   * }
   * }</pre>
   */
  public DriftReport drift() {
    return transport.drift();
  }

  /**
   * Cancels all calls in flight, which then fail with a {@link CortexCanceledException}, and
   * releases connections and threads. Later calls, including those of walks and watches, throw an
   * {@link IllegalStateException}, and a watch that is waiting for its next poll throws it at once.
   * If you passed in an {@code OkHttpClient}, it stays open.
   */
  @Override
  public void close() {
    try {
      transport.close();
    } finally {
      // Not before, because a watch that no longer waits polls at once.
      context.waits.close();
    }
  }

  /** Returns text that includes the base URL but not the API key. */
  @Override
  public String toString() {
    return "CortexClient{baseUrl=" + baseUrl + "}";
  }

  /** Builds a {@link CortexClient}. Not thread-safe. */
  public static final class Builder extends ConfigurationOptions<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Creates the client.
     *
     * @throws IllegalArgumentException if a value is missing or invalid; the message says which one
     */
    public CortexClient build() {
      return create(configuration());
    }
  }
}
