package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.model.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that answers like the Cortex API, with runs to list and to change.
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
 * <p>Workflow {@code work_1} of app {@code app_1} has 260 runs, workflow {@code work_2} of the
 * app-less app {@code c} has 40. The same seed gives the same bytes on every JVM.
 *
 * <p>Where the API documentation is silent, this is how the sandbox reads it; the API may differ:
 *
 * <ul>
 *   <li>Pages count from 1 and hold {@value RunsParameters#DEFAULT_TAKE} runs unless {@code take}
 *       says otherwise, {@value RunsParameters#GREATEST_TAKE} at most; a greater {@code take} is
 *       cut down to that, which the header {@code pagination-take} tells. A page past the end is
 *       empty. {@link PagingBehaviour} has it otherwise.
 *   <li>The newest run comes first, by {@code created_at}; runs without one come last. Of runs of
 *       the same time, the one added last comes first.
 *   <li>{@code verbose=all} adds {@code workflow_version}, {@code workflow_version_draft} and
 *       {@code usage}. Without it the first two are null and the third is absent.
 *   <li>Every query parameter of the spec is checked by what the spec says of it. {@code next} and
 *       others that the sandbox has no use for are then ignored, and so are parameters that the API
 *       does not have.
 *   <li>Midnight in UTC is written as a bare date such as {@code 2025-06-13}, every other time with
 *       one of several offsets and as many fraction digits as it needs.
 * </ul>
 *
 * <p>Only programs on this machine reach the server. Its threads do not keep the JVM alive. Safe
 * for use by several threads.
 */
public final class CortexSandbox implements AutoCloseable {
  /** The seed of the runs unless {@link Builder#seed} sets another. */
  public static final long DEFAULT_SEED = 42;

  /** The API key unless {@link Builder#apiKey} sets another. It is no secret. */
  public static final String DEFAULT_API_KEY = "sandbox-key";

  private final String apiKey;
  private final RunStore store;
  private final RequestLog log;
  private final RunsEndpoint endpoint;
  private final SandboxServer server;

  private CortexSandbox(Builder builder) {
    apiKey = builder.apiKey;
    store = new RunStore();
    addSamples(builder.seed, builder.slimRuns);
    log = new RequestLog();
    endpoint = new RunsEndpoint(store, apiKey);
    endpoint.mutations(builder.mutations);
    endpoint.paging(builder.paging);
    server = SandboxServer.start(builder.port, endpoint::answer, log, builder.faults);
  }

  /** Starts a sandbox with the default data on a free port. */
  public static CortexSandbox start() {
    return builder().start();
  }

  /** Begins a sandbox with other settings. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts a sandbox as a program of its own, see {@code --help}. */
  public static void main(String[] arguments) {
    int exitCode = new SandboxCommand(System.out, System.err).run(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** Where the server listens, such as {@code http://127.0.0.1:12345}; no slash at the end. */
  public String baseUrl() {
    return server.baseUrl();
  }

  /** The key that requests must bring as a bearer token. */
  public String apiKey() {
    return apiKey;
  }

  /**
   * The runs of a workflow as they are now, newest first, which is how they are listed; empty if
   * there is no such workflow.
   */
  public List<Run> runs(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    return store.runs(appId, workflowId);
  }

  /**
   * Adds a run to the app and the workflow that it names; they need not exist before.
   *
   * <p>Its place follows from {@code created_at}: one that is newer than all others becomes the
   * first and moves the others back by one, which is what callers see who are reading the pages.
   *
   * @throws IllegalArgumentException if there is a run of that id already, in any workflow, or if a
   *     timestamp cannot be written
   */
  public void add(Run run) {
    store.add(requireNonNull(run, "run == null"));
  }

  /**
   * Puts a run in the place of the one with the same id. Where it is listed follows from its own
   * app, workflow and {@code created_at}; if any of these is another one, it comes first among
   * those of the same time.
   *
   * @return false, and nothing is changed, if there is no run of that id
   * @throws IllegalArgumentException if a timestamp cannot be written
   */
  public boolean replace(Run run) {
    return store.replace(requireNonNull(run, "run == null"));
  }

  /**
   * Removes a run. Its workflow remains, even without runs.
   *
   * @return whether there was a run of that id
   */
  public boolean remove(String id) {
    return store.remove(requireNonNull(id, "id == null"));
  }

  /** Removes all runs. The workflows remain, without runs. */
  public void clear() {
    store.clear();
  }

  /** Adds an app with a workflow without runs; nothing happens if it is there already. */
  public void addWorkflow(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    store.addWorkflow(appId, workflowId);
  }

  /**
   * The requests so far in the order they were answered, the last {@value RequestLog#GREATEST_SIZE}
   * at most. A request is in here before its caller has the answer, so also while a {@link Fault}
   * holds it back.
   *
   * <p>What is not HTTP enough to have a method and a URI, such as a path with {@code %zz}, is
   * answered with status 400 by the JDK's server and not listed.
   */
  public List<ReceivedRequest> requests() {
    return log.requests();
  }

  /** Forgets the requests so far. */
  public void clearRequests() {
    log.clear();
  }

  /**
   * Plays a script of faults from its beginning, in the place of the one before; requests that wait
   * because of that one go on waiting.
   *
   * @throws IllegalStateException if the script has a reset or a {@link Fault#statusLine} and the
   *     sandbox was started without {@link Builder#faults}
   */
  public void faults(FaultScript script) {
    server.play(requireNonNull(script, "script == null"));
  }

  /**
   * Plays a script of mutations from its beginning, in the place of the one before. What that has
   * done to the runs stays.
   */
  public void mutations(MutationScript script) {
    endpoint.mutations(requireNonNull(script, "script == null"));
  }

  /** Cuts and describes pages in another way from the next request on. */
  public void paging(PagingBehaviour behaviour) {
    endpoint.paging(requireNonNull(behaviour, "behaviour == null"));
  }

  /**
   * Begins to observe which runs of a workflow come, go and stay.
   *
   * @throws IllegalArgumentException if there is no such workflow
   */
  public Observation observe(String appId, String workflowId) {
    requireNonNull(appId, "appId == null");
    requireNonNull(workflowId, "workflowId == null");
    return store.observe(appId, workflowId);
  }

  /** Stops the server at once; requests under way are cut off. A second call does nothing. */
  @Override
  public void close() {
    server.close();
  }

  private void addSamples(@Nullable Long seed, @Nullable Integer slimRuns) {
    if (slimRuns != null) {
      store.addSlim(slimRuns);
    } else if (seed != null) {
      store.addAll(SampleWorkflow.RETURNS_DESK.runs(seed));
    }
    if (seed != null) {
      store.addAll(SampleWorkflow.READING_LIST.runs(~seed));
    }
  }

  /** Collects the settings of a sandbox. Not safe for use by several threads at once. */
  public static final class Builder {
    private int port;
    private @Nullable Long seed = DEFAULT_SEED;
    private String apiKey = DEFAULT_API_KEY;
    private @Nullable Integer slimRuns;
    private @Nullable FaultScript faults;
    private MutationScript mutations = MutationScript.none();
    private PagingBehaviour paging = PagingBehaviour.standard();

    private Builder() {}

    /** The port to listen on, 0 to 65535; 0, which is the default, stands for any free one. */
    public Builder port(int port) {
      this.port = Bounds.require("port", 0, 65535, port);
      return this;
    }

    /** What the runs are made from; {@link CortexSandbox#DEFAULT_SEED} by default. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Begins without any app, workflow or run, but for those of {@link #slimRuns}. */
    public Builder empty() {
      seed = null;
      return this;
    }

    /**
     * Puts so many small runs into workflow {@code work_1} of app {@code app_1}, in the place of
     * those that would be there: those of {@link FakeRuns}, about 400 bytes of JSON each. They take
     * next to no memory, and the last page is answered as fast as the first. A request with a
     * filter takes longer, since all runs are looked at.
     *
     * @param count from 0 to 1,000,000
     */
    public Builder slimRuns(int count) {
      slimRuns = Bounds.require("count", 0, FakeRuns.GREATEST_NUMBER, count);
      return this;
    }

    /** The key that requests must bring; {@link CortexSandbox#DEFAULT_API_KEY} by default. */
    public Builder apiKey(String apiKey) {
      if (requireNonNull(apiKey, "apiKey == null").isEmpty()) {
        throw new IllegalArgumentException("apiKey is empty");
      }
      this.apiKey = apiKey;
      return this;
    }

    /**
     * The faults to begin with, which may be {@link FaultScript#none}. Only with this, connections
     * pass through a socket of the sandbox before they reach the JDK's server; that socket is what
     * {@link Fault#resetBeforeHeaders} and its like need.
     */
    public Builder faults(FaultScript script) {
      faults = requireNonNull(script, "script == null");
      return this;
    }

    /** How the runs change while they are read; not at all by default. */
    public Builder mutations(MutationScript script) {
      mutations = requireNonNull(script, "script == null");
      return this;
    }

    /** How lists are cut into pages; {@link PagingBehaviour#standard} by default. */
    public Builder paging(PagingBehaviour behaviour) {
      paging = requireNonNull(behaviour, "behaviour == null");
      return this;
    }

    /**
     * Starts the sandbox. It takes requests when this returns.
     *
     * @throws java.io.UncheckedIOException if the port is not free
     */
    public CortexSandbox start() {
      return new CortexSandbox(this);
    }
  }
}
