package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.RunsApi;
import ai.withcortex.core.ConfigurationOptions;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.event.DriftReport;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A client of the Cortex API.
 *
 * <pre>{@code
 * try (CortexClient cortex = CortexClient.builder().apiKey(key).build()) {
 *   for (Run run : cortex.workflow("app_1", "work_1").runs()) {
 *     System.out.println(run.id() + " " + run.status());
 *   }
 * }
 * }</pre>
 *
 * <p>A client holds a connection pool. Create one, share it between threads, and close it at the
 * end.
 */
public final class CortexClient implements AutoCloseable {
  private final CortexTransport transport;

  private CortexClient(CortexTransport transport) {
    this.transport = transport;
  }

  /** Returns a builder with the default configuration; set an API key before you build. */
  public static Builder builder() {
    return new Builder();
  }

  /** Creates a client with this configuration. */
  public static CortexClient create(CortexConfiguration configuration) {
    return new CortexClient(CortexTransport.create(configuration, CortexJson.moshi()));
  }

  /**
   * Returns one workflow of an app. Sends nothing.
   *
   * @param appId the app that uses the workflow; {@code c} for callers without an app
   * @param workflowId the workflow
   * @throws IllegalArgumentException if an ID is empty, {@code .} or {@code ..}, which cannot be
   *     part of a path
   */
  public Workflow workflow(String appId, String workflowId) {
    return new Workflow(transport, requireId(appId, "appId"), requireId(workflowId, "workflowId"));
  }

  private static String requireId(String id, String name) {
    requireNonNull(id, name + " == null");
    if (id.isEmpty() || id.equals(".") || id.equals("..")) {
      throw new IllegalArgumentException(
          "Expected an ID for " + name + ", found '" + id + "'; copy it from the Cortex app");
    }
    return id;
  }

  /**
   * Creates a call with a generated Retrofit interface such as {@link RunsApi}, sends it, blocks
   * until its answer is read, and returns the answer; null for an operation without an answer,
   * {@code Call<Void>}. This works for every operation of the API and adds the same features that
   * lists of runs have: retries, time limits, typed errors, events and the drift report.
   *
   * <pre>{@code
   * RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).take(10).build();
   * List<Run> runs = cortex.call(RunsApi.class, api -> failed.call(api, "app_1", "work_1"));
   * System.out.println(runs.size() + " failed runs");
   * }</pre>
   *
   * @param operation creates the call with the given interface. If it returns a call of another
   *     client, that client sends it, with its own key.
   * @throws CortexException if the call fails; exceptions of the operation are passed on
   * @throws IllegalStateException if the call was already sent
   */
  public <S, T extends @Nullable Object> T call(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return transport.call(api, operation);
  }

  /**
   * Sends a call as {@link #call} does, but without blocking; the future fails with the exceptions
   * of {@link #call}.
   *
   * <p>Canceling the future, or completing it in any other way, ends the call at once. Dependent
   * stages run on the client's own threads and may block. On Android, futures require API level 24.
   */
  public <S, T extends @Nullable Object> CompletableFuture<T> callAsync(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return transport.callAsync(api, operation);
  }

  /**
   * Returns an implementation of a generated Retrofit interface such as {@link RunsApi}, for calls
   * without the features of {@link #call}. Its calls carry the key, apply the time limit of one
   * attempt and the limits on bodies, and report drift. They are sent once, do not notify listeners
   * of requests, and fail with Retrofit's exceptions. An error status yields a {@code Response},
   * not an exception.
   */
  public <T> T api(Class<T> retrofitInterface) {
    return transport.api(retrofitInterface);
  }

  /**
   * Returns how the answers so far differed from the spec that this version was generated from:
   * anything that the API sent and the models do not know. No data was lost, and the report
   * contains no values.
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
   * Cancels all calls in flight, which then fail, and releases connections and threads. An {@code
   * OkHttpClient} that you passed in stays open.
   */
  @Override
  public void close() {
    transport.close();
  }

  /** Builds a {@link CortexClient}. Not safe for use by several threads at once. */
  public static final class Builder extends ConfigurationOptions<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Creates the client.
     *
     * @throws IllegalArgumentException if a value is missing or invalid; the message names it
     */
    public CortexClient build() {
      return create(configuration());
    }
  }
}
