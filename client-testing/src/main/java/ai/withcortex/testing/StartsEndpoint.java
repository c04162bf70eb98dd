package ai.withcortex.testing;

import ai.withcortex.api.StartRunOptions;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Retention;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.testing.server.BodyValidator;
import ai.withcortex.testing.server.QueryValidator;
import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponse;
import ai.withcortex.testing.store.ListedRun;
import ai.withcortex.testing.store.RunDefinition;
import ai.withcortex.testing.store.RunStore;
import ai.withcortex.testing.store.StartedRun;
import ai.withcortex.testing.store.WorkflowCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Starts runs of existing workflows. */
final class StartsEndpoint {
  /** How long a response waits, in real time, until the run has ended. */
  private static final long GREATEST_WAIT = TimeUnit.SECONDS.toNanos(10);

  private static final long POLL_MILLIS = 2;

  private final RunStore store;
  private final WorkflowCatalog catalog;
  private final Duration unit;
  private volatile UnaryOperator<Run> outcome = UnaryOperator.identity();

  /**
   * @param unit how long each step takes by default
   */
  StartsEndpoint(RunStore store, WorkflowCatalog catalog, Duration unit) {
    this.store = store;
    this.catalog = catalog;
    this.unit = unit;
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
    }
    List<WorkflowStep> steps = steps(definition, stepKey);
    if (definition != null && stepKey != null && steps.isEmpty()) {
      body.reject("step", "not_found", "Step not found", "from_step_key");
    }
    SandboxResponse refusal = body.refusal();
    if (refusal != null || definition == null) {
      return refusal == null ? SandboxResponse.invalid(Collections.emptyList()) : refusal;
    }
    Run.Builder run = Run.builder().input(input == null || input.isNull() ? null : input.asMap());
    return respond(
        begin(route, definition.putInto(run), steps, retention), isBackground, isVerbose);
  }

  /** Reads how to respond; returns whether to respond at once. */
  private static boolean readMode(BodyValidator body) {
    body.text("identifier", false);
    if (body.flag("stream")) {
      body.reject("stream", "unsupported", "The sandbox does not send event streams", "stream");
    }
    return body.flag("background");
  }

  private static List<WorkflowStep> steps(
      @Nullable RunDefinition definition, @Nullable String stepKey) {
    if (definition == null) {
      return Collections.emptyList();
    }
    return stepKey == null ? definition.steps() : definition.stepsFrom(stepKey);
  }

  private ListedRun begin(
      Route route, Run.Builder run, List<WorkflowStep> steps, @Nullable Retention retention) {
    // Steps have times in milliseconds.
    Instant createdAt = store.now().truncatedTo(ChronoUnit.MILLIS);
    String id = store.newStartedId();
    Run begun =
        run.id(id)
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
    Map<String, JsonValue> input = begun.input();
    Run kept =
        end.toBuilder()
            .id(id)
            .input(input)
            .appId(route.appId())
            .workflowId(route.workflowId())
            .createdAt(createdAt)
            .build();
    return store.start(RunRetention.applied(retention, kept));
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
