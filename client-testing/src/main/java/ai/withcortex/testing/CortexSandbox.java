package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.model.Run;
import ai.withcortex.testing.sample.SampleData;
import ai.withcortex.testing.server.SandboxServer;
import ai.withcortex.testing.store.RunStore;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local server that answers like the Cortex API, with runs that you can list and change.
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
 * <p>Workflow {@code work_1} of app {@code app_1} has 260 runs; workflow {@code work_2} of {@code
 * c}, which stands for no app, has 40. The same seed produces the same bytes on every JVM.
 *
 * <p>Where the API documentation is silent, the sandbox makes these choices; the API may differ:
 *
 * <ul>
 *   <li>Pages count from 1 and contain {@value ListRunsParameters#DEFAULT_TAKE} runs unless {@code
 *       take} says otherwise, at most {@value PagingBehaviour#GREATEST_TAKE}; a greater {@code
 *       take} is reduced to that, and the header {@code pagination-take} says so. A page past the
 *       end is empty. {@link PagingBehaviour} can change this.
 *   <li>The newest run comes first, by {@code created_at}; runs without one come last. Of runs with
 *       the same time, the one added last comes first.
 *   <li>{@code verbose=all} adds {@code workflow_version}, {@code workflow_version_draft} and
 *       {@code usage}. Without it the first two are null and the third is absent.
 *   <li>Every query parameter of the spec is validated against the spec. Valid parameters that the
 *       sandbox does not need, such as {@code next}, are ignored, and so are parameters that the
 *       API does not have.
 *   <li>Midnight in UTC is written as a bare date such as {@code 2025-06-13}, every other time with
 *       one of several offsets and as many fraction digits as it needs.
 * </ul>
 *
 * <p>Only programs on the same machine can reach the server. Its threads do not keep the JVM alive.
 * Safe for use by several threads.
 */
public final class CortexSandbox implements AutoCloseable {
  /** The seed of the runs unless {@link Builder#seed} sets another. */
  public static final long DEFAULT_SEED = 42;

  /** The API key unless {@link Builder#apiKey} sets another. It is not a secret. */
  public static final String DEFAULT_API_KEY = "sandbox-key";

  private final String apiKey;
  private final RunStore store;
  private final RequestLog log;
  private final ListRunsEndpoint endpoint;
  private final ScriptedResponder responder;
  private final boolean hasProxy;
  private final SandboxServer server;

  private CortexSandbox(Builder builder) {
    apiKey = builder.apiKey;
    store = new RunStore();
    addSamples(builder.seed, builder.slimRuns);
    log = new RequestLog();
    endpoint = new ListRunsEndpoint(store, apiKey);
    endpoint.mutations(builder.mutations);
    endpoint.paging(builder.paging);
    hasProxy = builder.faults != null;
    FaultScript script = builder.faults == null ? FaultScript.none() : builder.faults;
    responder = new ScriptedResponder(endpoint::answer, log, script);
    server = SandboxServer.start(builder.port, responder, hasProxy);
  }

  /** Starts a sandbox with the default data on a free port. */
  public static CortexSandbox start() {
    return builder().start();
  }

  /** Returns a builder for a sandbox with other settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a sandbox as a standalone program, see {@code --help}. */
  public static void main(String[] arguments) {
    int exitCode = command(System.out, System.err).run(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static SandboxCommand command(PrintStream out, PrintStream err) {
    return new SandboxCommand(
        out,
        err,
        DEFAULT_API_KEY,
        (port, runs) -> {
          Builder builder = builder().port(port);
          return (runs == null ? builder : builder.slimRuns(runs)).start().server;
        });
  }

  /**
   * Returns the URL of the server, such as {@code http://127.0.0.1:12345}, without a slash at the
   * end.
   */
  public String baseUrl() {
    return server.baseUrl();
  }

  /** Returns the key that requests must send as a bearer token. */
  public String apiKey() {
    return apiKey;
  }

  /**
   * Returns the current runs of a workflow, newest first, in the order of the list; empty if there
   * is no such workflow.
   */
  public List<Run> runs(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    return store.runs(appId, workflowId);
  }

  /**
   * Adds a run to its app and workflow, and creates these if necessary.
   *
   * <p>Its position depends on {@code created_at}: a run that is newer than all others becomes the
   * first and moves the others back by one, as callers who are reading pages will see.
   *
   * @throws IllegalArgumentException if a run with this ID exists already, in any workflow, or if a
   *     timestamp cannot be written
   */
  public void add(Run run) {
    store.add(requireNonNull(run, "run == null"));
  }

  /**
   * Replaces the run that has the same ID. The position depends on the app, the workflow and {@code
   * created_at} of the new run; if any of these changes, the run comes first among those with the
   * same time.
   *
   * @return false, without any change, if there is no run with this ID
   * @throws IllegalArgumentException if a timestamp cannot be written
   */
  public boolean replace(Run run) {
    return store.replace(requireNonNull(run, "run == null"));
  }

  /**
   * Removes a run. Its workflow remains, even without runs.
   *
   * @return whether there was a run with this ID
   */
  public boolean remove(String id) {
    return store.remove(requireNonNull(id, "id == null"));
  }

  /** Removes all runs. The workflows remain, without runs. */
  public void clear() {
    store.clear();
  }

  /** Adds an app with an empty workflow; does nothing if it already exists. */
  public void addWorkflow(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    store.addWorkflow(appId, workflowId);
  }

  /**
   * Returns the requests so far in the order of their answers, at most the last {@value
   * RequestLog#GREATEST_SIZE}. A request is listed before its caller receives the answer, so also
   * while a {@link Fault} delays it.
   *
   * <p>The JDK's server rejects requests without a valid method and URI, such as a path with {@code
   * %zz}, with status 400; they are not listed.
   */
  public List<ReceivedRequest> requests() {
    return log.requests();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    log.clear();
  }

  /**
   * Plays a fault script from its beginning and replaces the previous one; requests that the
   * previous one delays keep waiting.
   *
   * @throws IllegalStateException if the script has a reset or a {@link Fault#statusLine} and the
   *     sandbox was started without {@link Builder#faults}
   */
  public void faults(FaultScript script) {
    for (Fault fault : requireNonNull(script, "script == null").faults()) {
      if (!hasProxy && fault.needsSocket()) {
        throw new IllegalStateException(
            "The JDK's server cannot send fault \""
                + fault
                + "\"; start the sandbox with"
                + " CortexSandbox.builder().faults(FaultScript.none()).start()");
      }
    }
    responder.play(script);
  }

  /**
   * Plays a mutation script from its beginning and replaces the previous one. Changes that were
   * already made to the runs remain.
   */
  public void mutations(MutationScript script) {
    endpoint.mutations(requireNonNull(script, "script == null"));
  }

  /** Changes how lists are paged, from the next request on. */
  public void paging(PagingBehaviour behaviour) {
    endpoint.paging(requireNonNull(behaviour, "behaviour == null"));
  }

  /**
   * Starts to observe which runs of a workflow are added, removed and kept.
   *
   * @throws IllegalArgumentException if there is no such workflow
   */
  public Observation observe(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    return new Observation(store, appId, workflowId);
  }

  /** Stops the server at once and cuts off requests in progress. Closing it again has no effect. */
  @Override
  public void close() {
    server.close();
  }

  private void addSamples(@Nullable Long seed, @Nullable Integer slimRuns) {
    if (slimRuns != null) {
      store.addNumbered(slimRuns);
    } else if (seed != null) {
      store.addAll(SampleData.CUSTOMER_RETURNS.runs(seed));
    }
    if (seed != null) {
      store.addAll(SampleData.LIBRARY_ACQUISITIONS.runs(~seed));
    }
  }

  /** Builds a {@link CortexSandbox}. Not safe for use by several threads at once. */
  public static final class Builder {
    private int port;
    private @Nullable Long seed = DEFAULT_SEED;
    private String apiKey = DEFAULT_API_KEY;
    private @Nullable Integer slimRuns;
    private @Nullable FaultScript faults;
    private MutationScript mutations = MutationScript.none();
    private PagingBehaviour paging = PagingBehaviour.standard();

    private Builder() {}

    /** Sets the port to listen on, 0 to 65535; 0, the default, picks any free port. */
    public Builder port(int port) {
      this.port = Preconditions.require("port", 0, 65535, port);
      return this;
    }

    /**
     * Sets the seed from which the runs are generated; {@link CortexSandbox#DEFAULT_SEED} by
     * default.
     */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Starts without any app, workflow or run, except those of {@link #slimRuns}. */
    public Builder empty() {
      seed = null;
      return this;
    }

    /**
     * Puts this many small runs into workflow {@code work_1} of app {@code app_1}, instead of the
     * default ones: the runs of {@link FakeRuns}, about 400 bytes of JSON each. They take very
     * little memory, and the last page is as fast as the first. A request with a filter takes
     * longer, since it checks all runs.
     *
     * @param count from 0 to 1,000,000
     */
    public Builder slimRuns(int count) {
      slimRuns = Preconditions.require("count", 0, FakeRuns.GREATEST_NUMBER, count);
      return this;
    }

    /** Sets the key that requests must send; {@link CortexSandbox#DEFAULT_API_KEY} by default. */
    public Builder apiKey(String apiKey) {
      if (requireNonNull(apiKey, "apiKey == null").isEmpty()) {
        throw new IllegalArgumentException("apiKey is empty");
      }
      this.apiKey = apiKey;
      return this;
    }

    /**
     * Sets the initial faults, possibly {@link FaultScript#none}. Only if this is set, connections
     * pass through a socket of the sandbox before they reach the JDK's server; {@link
     * Fault#resetBeforeHeaders} and similar faults need that socket.
     */
    public Builder faults(FaultScript script) {
      faults = requireNonNull(script, "script == null");
      return this;
    }

    /** Sets how the runs change while they are read; by default they do not. */
    public Builder mutations(MutationScript script) {
      mutations = requireNonNull(script, "script == null");
      return this;
    }

    /** Sets how lists are paged; {@link PagingBehaviour#standard} by default. */
    public Builder paging(PagingBehaviour behaviour) {
      paging = requireNonNull(behaviour, "behaviour == null");
      return this;
    }

    /**
     * Starts the sandbox. When this returns, it accepts requests.
     *
     * @throws java.io.UncheckedIOException if the port is not free
     */
    public CortexSandbox start() {
      return new CortexSandbox(this);
    }
  }
}
