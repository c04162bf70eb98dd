package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.server.SandboxServer;
import ai.withcortex.testing.store.RunStore;
import ai.withcortex.testing.store.WorkflowCatalog;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A local server that responds like the Cortex API and holds runs that you can list and change.
 *
 * <pre>{@code
 * try (CortexSandbox sandbox = CortexSandbox.start();
 *     CortexClient cortex =
 *         CortexClient.builder()
 *             .apiKey(sandbox.apiKey())
 *             .baseUrl(sandbox.baseUrl())
 *             .build()) {
 *   for (Run run : cortex.workflow("app_1", "work_1").runs()) {
 *     System.out.println(run.id() + " " + run.status());
 *   }
 * }
 * }</pre>
 *
 * <p>Workflow {@code work_1} of app {@code app_1} has 260 runs and 14 versions; 24 more workflows
 * of the app, which are those of {@link FakeWorkflows}, have none. Workflow {@code work_2} has 40
 * runs; its app ID is {@code c}, which stands for no app. The same seed produces the same bytes on
 * every JVM.
 *
 * <p>The sandbox serves all operations in the spec. {@linkplain ai.withcortex.testing The package}
 * describes what it does where the API documentation does not specify the behavior.
 *
 * <p>Only programs on the same machine can reach the server. Its threads do not keep the JVM alive.
 * Safe for use by multiple threads.
 */
public final class CortexSandbox implements AutoCloseable {
  /** The default seed for generating runs; {@link Builder#seed} sets a different one. */
  public static final long DEFAULT_SEED = 42;

  /** The default API key, which is not a secret; {@link Builder#apiKey} sets a different one. */
  public static final String DEFAULT_API_KEY = "sandbox-key";

  private final String apiKey;
  private final RunStore store;
  private final WorkflowCatalog catalog;
  private final RequestLog log;
  private final ApiEndpoint endpoint;
  private final ScriptedResponder responder;
  private final SandboxServer server;

  private CortexSandbox(Builder builder) {
    apiKey = builder.apiKey;
    Clock clock = builder.clock;
    store = new RunStore(clock);
    catalog = new WorkflowCatalog();
    DefaultData.add(store, catalog, builder.seed, builder.slimRuns, clock);
    log = new RequestLog();
    endpoint = new ApiEndpoint(store, catalog, apiKey, clock != null);
    endpoint.mutations(builder.mutations);
    endpoint.paging(builder.paging);
    endpoint.outcome(builder.outcome);
    boolean hasProxy = builder.faults != null || clock != null;
    responder = new ScriptedResponder(endpoint::answer, log, hasProxy, clock);
    responder.play(builder.faults == null ? FaultScript.none() : builder.faults);
    server = SandboxServer.start(builder.port, responder, hasProxy);
  }

  /** Starts a sandbox with the default data on a free port. */
  public static CortexSandbox start() {
    return builder().start();
  }

  /** Returns a builder for a sandbox with custom settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Runs a sandbox as a standalone program; {@code --help} prints its usage. */
  public static void main(String[] arguments) {
    SandboxCommand command =
        new SandboxCommand(System.out, System.err, DEFAULT_API_KEY, CortexSandbox::launch);
    int exitCode = command.run(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static SandboxServer launch(int port, @Nullable Integer runs) {
    Builder builder = builder().port(port);
    return (runs == null ? builder : builder.slimRuns(runs)).start().server;
  }

  /**
   * Returns the URL of the server, such as {@code http://127.0.0.1:12345}, without a trailing
   * slash.
   */
  public String baseUrl() {
    return server.baseUrl();
  }

  /** Returns the API key that requests must send as a bearer token. */
  public String apiKey() {
    return apiKey;
  }

  /**
   * Returns the current runs of a workflow in list order, newest first, or an empty list if there
   * is no such workflow.
   */
  public List<Run> runs(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    return store.runs(appId, workflowId);
  }

  /**
   * Adds a run to its app and workflow, creating them if necessary.
   *
   * <p>The position of the run depends on {@code created_at}. A run that is newer than all others
   * comes first and moves them back by one position, which callers that are reading pages will
   * notice.
   *
   * @throws IllegalArgumentException if a run with this ID already exists in any workflow, or if a
   *     timestamp cannot be written as JSON
   */
  public void add(Run run) {
    store.add(requireNonNull(run, "run == null"));
  }

  /**
   * Replaces the run that has the same ID. The position depends on the app, workflow, and {@code
   * created_at} of the new run. If any of these changes, the run comes first among the runs with
   * the same time.
   *
   * @return whether there was a run with this ID; if not, nothing changes
   * @throws IllegalArgumentException if a timestamp cannot be written as JSON
   */
  public boolean replace(Run run) {
    return store.replace(requireNonNull(run, "run == null"));
  }

  /**
   * Changes the status of a listed run, and adjusts its times. If the new status means that the run
   * has just started or ended, that time is set to now; if it means that the run has not started or
   * ended yet, the time is removed. Only a completed run keeps its result, and only a failed run
   * has an error. After that, a {@link Builder#clock} does not change the run.
   *
   * @return false if no list contains a run with the given ID; nothing changes in that case
   */
  public boolean changeStatus(String id, RunStatus status) {
    requireNonNull(id, "id == null");
    return store.changeStatus(id, requireNonNull(status, "status == null"));
  }

  /**
   * Removes a run. Its workflow remains, even if it has no runs left.
   *
   * @return whether there was a run with this ID
   */
  public boolean remove(String id) {
    return store.remove(requireNonNull(id, "id == null"));
  }

  /** Removes all runs. The workflows remain but are empty. */
  public void clear() {
    store.clear();
  }

  /**
   * Adds a workflow without runs, steps, or versions, and its app if necessary. Does nothing if the
   * workflow already exists.
   */
  public void addWorkflow(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    store.addWorkflow(appId, workflowId);
  }

  /**
   * Adds a workflow, and its app if necessary, or changes the workflow with the same ID, which
   * keeps its runs and versions. The sandbox itself sets {@code version} and {@code runs_count}.
   */
  public void addWorkflow(String appId, Workflow workflow) {
    addWorkflow(appId, requireNonNull(workflow, "workflow == null").id());
    catalog.add(appId, workflow);
  }

  /**
   * Adds a saved version to a workflow, in place of the one with its ID, and the workflow if
   * needed.
   */
  public void addVersion(String appId, String workflowId, WorkflowVersion version) {
    addWorkflow(appId, workflowId);
    catalog.addVersion(appId, workflowId, requireNonNull(version, "version == null"));
  }

  /**
   * Returns the last requests received, at most {@value RequestLog#GREATEST_SIZE}, in the order in
   * which they were handled. Each is listed before its caller receives the response.
   *
   * <p>The JDK's server rejects requests that have an invalid method or URI, such as a path with
   * {@code %zz}, with status 400. These requests are not listed.
   */
  public List<ReceivedRequest> requests() {
    return log.requests();
  }

  /** Clears the list of received requests. */
  public void clearRequests() {
    log.clear();
  }

  /**
   * Plays a fault script from the beginning, replacing the previous script. Requests that are being
   * delayed by the previous script keep waiting.
   *
   * @throws IllegalStateException if the script contains a reset, a {@link Fault#statusLine} or a
   *     {@code Date}, and the sandbox was started without {@link Builder#faults} and {@link
   *     Builder#clock}
   */
  public void faults(FaultScript script) {
    responder.play(requireNonNull(script, "script == null"));
  }

  /**
   * Plays a mutation script from the beginning, replacing the previous script. Changes that have
   * already been made to the runs remain.
   */
  public void mutations(MutationScript script) {
    endpoint.mutations(requireNonNull(script, "script == null"));
  }

  /** Changes how lists are paged, starting with the next request. */
  public void paging(PagingBehaviour behaviour) {
    endpoint.paging(requireNonNull(behaviour, "behaviour == null"));
  }

  /** Changes what becomes of runs that requests start from now on; see {@link Builder#outcome}. */
  public void outcome(UnaryOperator<Run> outcome) {
    endpoint.outcome(requireNonNull(outcome, "outcome == null"));
  }

  /**
   * Starts observing which runs of a workflow are added, removed, and kept.
   *
   * @throws IllegalArgumentException if there is no such workflow
   */
  public Observation observe(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    return new Observation(store, appId, workflowId);
  }

  /** Stops the server immediately and cuts off requests in progress. */
  @Override
  public void close() {
    server.close();
  }

  /** Builds a {@link CortexSandbox}. Not thread-safe. */
  public static final class Builder {
    private int port;
    private @Nullable Long seed = DEFAULT_SEED;
    private String apiKey = DEFAULT_API_KEY;
    private @Nullable Integer slimRuns;
    private @Nullable Clock clock;
    private @Nullable FaultScript faults;
    private MutationScript mutations = MutationScript.none();
    private PagingBehaviour paging = PagingBehaviour.standard();
    private UnaryOperator<Run> outcome = UnaryOperator.identity();

    private Builder() {}

    /** Sets the port to listen on, from 0 to 65535. The default, 0, picks any free port. */
    public Builder port(int port) {
      this.port = Preconditions.require("port", 0, 65535, port);
      return this;
    }

    /** Sets the seed for generating runs. The default is {@link CortexSandbox#DEFAULT_SEED}. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Starts without apps, workflows, or runs, except those that {@link #slimRuns} adds. */
    public Builder empty() {
      seed = null;
      return this;
    }

    /**
     * Fills workflow {@code work_1} of app {@code app_1} with the given number of small runs
     * instead of the default runs. They are the runs of {@link FakeRuns}, with about 400 bytes of
     * JSON each. They use very little memory, except those that end after the time of {@link
     * #clock}, and the last page is as fast as the first. A request with a filter takes longer
     * because every run has to be checked.
     *
     * @param count the number of runs, from 0 to 1,000,000
     */
    public Builder slimRuns(int count) {
      slimRuns = Preconditions.require("count", 0, FakeRuns.GREATEST_NUMBER, count);
      return this;
    }

    /**
     * Sets the time of the sandbox, for example {@link Clock#systemUTC} or a {@link FakeClock}. It
     * has three effects:
     *
     * <ul>
     *   <li>The newest default runs are from the last few hours, and four of them have not ended
     *       yet. A seed produces the same runs with every clock; only their times differ. {@link
     *       #slimRuns} keep their times.
     *   <li>Each run is listed as it was at that time: not before its {@code created_at}, {@code
     *       PENDING} until its {@code started_at}, then {@code RUNNING} with the outputs of the
     *       steps that have started, and as you added it from its {@code ended_at} on.
     *   <li>{@code Date} in each response is that time. {@link Clock#offset} simulates a server
     *       whose clock is wrong.
     * </ul>
     *
     * <p>The sandbox reads the clock at each request and each call of its methods, and changes
     * nothing in between. If the clock runs backwards, runs stay as they are.
     *
     * <p>Without this setting, runs are listed as you add them, and {@code Date} is the real time.
     */
    public Builder clock(Clock clock) {
      this.clock = requireNonNull(clock, "clock == null");
      return this;
    }

    /**
     * Sets the API key that requests must send. The default is {@link
     * CortexSandbox#DEFAULT_API_KEY}.
     */
    public Builder apiKey(String apiKey) {
      if (requireNonNull(apiKey, "apiKey == null").isEmpty()) {
        throw new IllegalArgumentException("apiKey is empty");
      }
      this.apiKey = apiKey;
      return this;
    }

    /**
     * Sets the initial fault script, which can be {@link FaultScript#none}. If this or {@link
     * #clock} is set, connections pass through a socket that belongs to the sandbox before they
     * reach the JDK's server. {@link Fault#resetBeforeHeaders} and similar faults need that socket.
     */
    public Builder faults(FaultScript script) {
      faults = requireNonNull(script, "script == null");
      return this;
    }

    /** Sets how the runs change while they are being read. By default, they do not change. */
    public Builder mutations(MutationScript script) {
      mutations = requireNonNull(script, "script == null");
      return this;
    }

    /** Sets how lists are paged. The default is {@link PagingBehaviour#standard}. */
    public Builder paging(PagingBehaviour behaviour) {
      paging = requireNonNull(behaviour, "behaviour == null");
      return this;
    }

    /**
     * Sets what becomes of a run that a request starts or replays.
     *
     * <pre>{@code
     * sandbox.outcome(run -> FakeRuns.failed(run, "answer", "The model did not answer"));
     * sandbox.outcome(run -> run.toBuilder().status(RunStatus.RUNNING).endedAt(null).build());
     * }</pre>
     *
     * <p>The function gets the run as it will have ended by default, completed and with an output
     * for each step, and returns it as it is to end; without an {@code ended_at}, it never does.
     * The ID, app, workflow, input, creation time, and retention stay as they are. The function is
     * called on the threads of the server; if it throws, the response has status 500.
     */
    public Builder outcome(UnaryOperator<Run> outcome) {
      this.outcome = requireNonNull(outcome, "outcome == null");
      return this;
    }

    /**
     * Starts the sandbox. The server is accepting requests by the time this method returns.
     *
     * @throws java.io.UncheckedIOException if the port is not available
     */
    public CortexSandbox start() {
      return new CortexSandbox(this);
    }
  }
}
