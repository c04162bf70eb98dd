package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.RunsApi;
import ai.withcortex.core.ConfigurationOptions;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexException;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.DriftReport;
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
 * <p>A client holds a connection pool. Make one, share it between threads, close it at the end.
 */
public final class CortexClient implements AutoCloseable {
  private final CortexTransport transport;

  private CortexClient(CortexTransport transport) {
    this.transport = transport;
  }

  /** Starts a client with the default configuration; it needs an API key. */
  public static Builder builder() {
    return new Builder();
  }

  /** Makes a client with this configuration. */
  public static CortexClient create(CortexConfiguration configuration) {
    return new CortexClient(CortexTransport.create(configuration, CortexJson.moshi()));
  }

  /**
   * One workflow of an app. Sends nothing.
   *
   * @param appId the app in which the workflow is used; {@code c} for callers without an app
   * @param workflowId the workflow
   * @throws IllegalArgumentException if an ID is empty, {@code .} or {@code ..}, which no path
   *     holds
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
   * Makes a call of a generated Retrofit interface such as {@link RunsApi}, sends it, blocks until
   * its answer is read, and returns that; null for an operation that answers with nothing, {@code
   * Call<Void>}. Every operation of the API can be called so, with what lists of runs have:
   * repetitions, time limits, typed errors, events and the report of drift.
   *
   * <pre>{@code
   * RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).take(10).build();
   * List<Run> runs = cortex.call(RunsApi.class, api -> failed.call(api, "app_1", "work_1"));
   * System.out.println(runs.size() + " failed runs");
   * }</pre>
   *
   * @param operation makes the call with the interface that it is given. A call of another client
   *     is sent by that one, with its key. A call that was sent before is refused.
   * @throws CortexException if the call fails; what the operation throws is thrown on
   * @throws IllegalStateException if the call was sent before
   */
  public <S, T extends @Nullable Object> T call(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return transport.call(api, operation);
  }

  /**
   * The same without blocking; the future fails with what {@link #call} throws.
   *
   * <p>Canceling the future, or completing it in any other way, ends the call at once. What depends
   * on it runs on threads of the client's own, and may block. Android has futures from API 24 on.
   */
  public <S, T extends @Nullable Object> CompletableFuture<T> callAsync(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return transport.callAsync(api, operation);
  }

  /**
   * A generated Retrofit interface such as {@link RunsApi}, for calls without anything around them.
   * Its calls have the key, the time limits of one attempt and the limits of bodies, and report
   * drift. They leave out what {@link #call} adds: they are sent once, are told to no listener as a
   * request, fail with Retrofit's exceptions, and answer an error status with a {@code Response}
   * rather than with an exception.
   */
  public <T> T api(Class<T> retrofitInterface) {
    return transport.api(retrofitInterface);
  }

  /**
   * How the answers differed so far from the spec that this version was made from: what the API has
   * that the models do not know. Nothing of it was lost, and no value is in the report.
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
   * Ends the calls on their way, which then fail, and lets go of connections and threads. A client
   * that was given an {@code OkHttpClient} leaves that one alone.
   */
  @Override
  public void close() {
    transport.close();
  }

  /** Collects what a client must know. Not safe for use by several threads at once. */
  public static final class Builder extends ConfigurationOptions<Builder> {
    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Makes the client.
     *
     * @throws IllegalArgumentException if a value is missing or not valid; the message says which
     */
    public CortexClient build() {
      return create(configuration());
    }
  }
}
