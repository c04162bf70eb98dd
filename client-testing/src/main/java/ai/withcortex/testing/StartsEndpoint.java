package ai.withcortex.testing;

import ai.withcortex.api.ReplayRunOptions;
import ai.withcortex.api.StartRunOptions;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Retention;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.testing.server.BodyValidator;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.RunRetention;
import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.ListedRun;
import ai.withcortex.testing.store.RequestedRuns;
import ai.withcortex.testing.store.RunDefinition;
import ai.withcortex.testing.store.RunStore;
import ai.withcortex.testing.store.StartedRun;
import ai.withcortex.testing.store.WorkflowCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Starts and replays runs of existing workflows. */
final class StartsEndpoint {
  /** How long a response waits, in real time, until the run has ended. */
  private static final long GREATEST_WAIT = TimeUnit.SECONDS.toNanos(10);

  private static final long POLL_MILLIS = 2;

  /** The time that each step takes by default, on a clock of the test and in real time. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private static final Duration SHORT_STEP = Duration.ofMillis(10);

  private final RunStore store;
  private final RequestedRuns requested;
  private final WorkflowCatalog catalog;
  private final Duration unit;
  private volatile UnaryOperator<Run> outcome = UnaryOperator.identity();

  /**
   * @param hasClock whether runs progress on a clock of the test, rather than in real time
   */
  StartsEndpoint(
      RunStore store, RequestedRuns requested, WorkflowCatalog catalog, boolean hasClock) {
    this.store = store;
    this.requested = requested;
    this.catalog = catalog;
    this.unit = hasClock ? STEP : SHORT_STEP;
  }

  void outcome(UnaryOperator<Run> outcome) {
    this.outcome = outcome;
  }

  SandboxResponse start(Route route, QueryValidator query, SandboxRequest request) {
    boolean isVerbose = query.checkAll(StartRunOptions.PARAMETERS);
    if (!query.errors().isEmpty()) {
      return SandboxResponse.invalid(query.errors());
    }
    BodyValidator body = new BodyValidator(request);
    JsonValue input = body.member("input", JsonValue.Kind.OBJECT, JsonValue.Kind.NULL);
    JsonValue version =
        body.member("workflow_version_id", JsonValue.Kind.STRING, JsonValue.Kind.NUMBER);
    String stepKey = body.text("from_step_key", true);
    boolean isBackground = readMode(body);
    Retention retention = RunRetention.read(body);
    RunDefinition definition = catalog.definition(route.appId(), route.workflowId(), version);
    if (definition == null) {
      body.reject("version", "not_found", "Version not found", "workflow_version_id");
      return body.refused();
    }
    Map<String, StepType> steps = definition.steps(stepKey);
    if (stepKey != null && steps.isEmpty()) {
      body.reject("step", "not_found", "Step not found", "from_step_key");
    }
    if (body.isWrong()) {
      return body.refused();
    }
    Run.Builder run = Run.builder().input(input == null || input.isNull() ? null : input.asMap());
    return respond(
        begin(route, definition.putInto(run).retention(retention), steps), isBackground, isVerbose);
  }

  SandboxResponse replay(Route route, QueryValidator query, SandboxRequest request) {
    boolean isVerbose = query.checkAll(ReplayRunOptions.PARAMETERS);
    if (!query.errors().isEmpty()) {
      return SandboxResponse.invalid(query.errors());
    }
    ListedRun replayed = store.run(route.appId(), route.workflowId(), route.elementId());
    if (replayed == null) {
      return RunsEndpoint.notFound(route);
    }
    BodyValidator body = new BodyValidator(request);
    body.require("stepKey");
    String stepKey = body.text("stepKey", false);
    boolean isBackground = readMode(body);
    Retention retention = RunRetention.read(body);
    Run old = replayed.run();
    RunDefinition definition = RunDefinition.of(old);
    if (definition == null) {
      definition = catalog.definition(route.appId(), route.workflowId(), null);
    }
    Map<String, StepType> steps =
        definition == null ? Collections.emptyMap() : definition.steps(stepKey);
    if (steps.isEmpty() && stepKey != null) {
      steps = StartedRun.steps(old, stepKey);
    }
    if (steps.isEmpty() && stepKey != null) {
      body.reject("step", "not_found", "Step not found", "stepKey");
    }
    if (body.isWrong()) {
      return body.refused();
    }
    Run.Builder run = Run.builder().input(old.input()).retention(retention);
    return respond(
        begin(route, definition == null ? run : definition.putInto(run), steps),
        isBackground,
        isVerbose);
  }

  /** Reads how to respond; returns whether to respond at once. */
  private static boolean readMode(BodyValidator body) {
    body.text("identifier", false);
    if (body.flag("stream")) {
      body.reject("stream", "unsupported", "The sandbox does not send event streams", "stream");
    }
    return body.flag("background");
  }

  /** Starts a run whose input, definition, and retention are set. */
  private ListedRun begin(Route route, Run.Builder run, Map<String, StepType> steps) {
    // Steps have times in milliseconds.
    Instant createdAt = store.now().truncatedTo(ChronoUnit.MILLIS);
    Run begun =
        run.id(requested.newId())
            .status(RunStatus.PENDING)
            .origin(RunOrigin.ENDPOINT)
            .output(Collections.emptyMap())
            .createdAt(createdAt)
            .updatedAt(createdAt)
            .appId(route.appId())
            .workflowAppId(route.appId())
            .workflowId(route.workflowId())
            .build();
    Run end = outcome.apply(StartedRun.end(begun, steps, unit));
    return requested.start(
        end.toBuilder()
            .id(begun.id())
            .input(begun.input())
            .appId(route.appId())
            .workflowId(route.workflowId())
            .createdAt(createdAt)
            .retention(begun.retention())
            .build());
  }

  private SandboxResponse respond(ListedRun run, boolean isBackground, boolean isVerbose) {
    if (isBackground) {
      return SandboxResponse.ok(run.json(isVerbose));
    }
    long start = System.nanoTime();
    return SandboxResponse.ok(
        () -> {
          ListedRun now = run;
          while (!now.status().isEnded() && System.nanoTime() - start < GREATEST_WAIT) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            ListedRun found = store.run(run.appId(), run.workflowId(), run.id());
            if (found == null) {
              break;
            }
            now = found;
          }
          return now.json(isVerbose);
        });
  }
}
