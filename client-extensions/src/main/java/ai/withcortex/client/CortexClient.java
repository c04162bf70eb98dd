package ai.withcortex.client;

import static java.util.Objects.requireNonNull;

import ai.withcortex.api.RunsApi;
import ai.withcortex.core.ConfigurationOptions;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.core.DriftReport;

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
   * A generated Retrofit interface such as {@link RunsApi}, for calls without anything around them:
   * what fails does so with Retrofit's exceptions, and pages are the caller's business.
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
