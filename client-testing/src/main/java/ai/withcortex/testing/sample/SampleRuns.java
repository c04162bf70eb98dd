package ai.withcortex.testing.sample;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Generates the runs of one workflow. A pattern based on the position in the list ensures that
 * every seed produces every kind of run; the rest is random.
 */
final class SampleRuns {
  private static final Instant NEWEST = Instant.parse("2025-06-13T16:40:00Z");

  /** The oldest runs have only dates, and the last two of them lack creation and update dates. */
  private static final int IMPORTED = 8;

  private static final int UNDATED = 2;

  private static final int UNFINISHED = 4;

  /** The origins of most runs: a fixed list, so that a new origin does not change other runs. */
  private static final List<RunOrigin> ORIGINS =
      Collections.unmodifiableList(
          Arrays.asList(
              RunOrigin.WORKFLOW,
              RunOrigin.TRIGGER,
              RunOrigin.RECORD,
              RunOrigin.TEST,
              RunOrigin.ENDPOINT));

  private final SampleWorkflow workflow;
  private final SampleRandom random;
  private final SampleParts parts;
  private final String appId;
  private final @Nullable Instant now;
  private final SampleTimes times;
  private final Set<String> ids = new HashSet<>();

  /**
   * Creates a generator.
   *
   * @param now when the newest runs are pending or running, though they are returned as they end;
   *     null for a fixed time, and for runs that do not end
   */
  SampleRuns(SampleWorkflow workflow, long seed, @Nullable Instant now) {
    this.workflow = workflow;
    this.random = new SampleRandom(seed);
    this.parts = workflow.parts(random);
    this.appId = parts.make("app_id").asString();
    this.now = now;
    int gap = parts.make("greatest_gap_seconds").asInt();
    // How many random numbers the times take depends on the time, and nothing else may.
    this.times =
        now == null
            ? new SampleTimes(random, NEWEST, gap)
            : new SampleTimes(new SampleRandom(seed), now, gap);
  }

  /** Returns the runs, oldest first. */
  List<Run> create() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < workflow.runCount; i++) {
      runs.add(isImported(i) ? importedRun(i) : run(i));
    }
    Collections.reverse(runs);
    return runs;
  }

  private Run run(int index) {
    Instant createdAt = times.next();
    RunStatus status = status(index);
    RunOrigin origin = origin(index);
    Run.Builder run = builder(status, origin).createdAt(createdAt).updatedAt(createdAt);
    List<JsonValue> steps = useDefinition(run, index, status, origin);
    if (status.equals(RunStatus.PENDING)) {
      return run.build();
    }
    Instant startedAt = startedAt(index, createdAt);
    return trace(run.startedAt(startedAt).updatedAt(startedAt).build(), index, steps, startedAt);
  }

  private Run importedRun(int index) {
    Instant day = times.dayBefore();
    Run.Builder run = builder(RunStatus.COMPLETED, RunOrigin.ENDPOINT).startedAt(day);
    List<JsonValue> steps = useVersion(run, index);
    Run.Builder traced = trace(run.build(), index, steps, day).toBuilder().endedAt(day);
    boolean isDated = index < workflow.runCount - UNDATED;
    return traced.createdAt(isDated ? day : null).updatedAt(isDated ? day : null).build();
  }

  private Run.Builder builder(RunStatus status, RunOrigin origin) {
    Run.Builder run =
        Run.builder()
            .id(id())
            .status(status)
            .origin(origin)
            .input(input())
            .appId(appId)
            .workflowAppId(appId)
            .workflowId(parts.make("workflow_id").asString());
    if (origin.equals(RunOrigin.RECORD)) {
      run.collectionId("coll_" + random.between(1, 3)).recordId(random.id("rec_"));
    }
    return run;
  }

  private @Nullable Map<String, JsonValue> input() {
    return random.oneIn(parts.make("runs_per_missing_input").asInt())
        ? null
        : parts.make("input").asMap();
  }

  private String id() {
    String id = random.id("run_");
    return ids.add(id) ? id : id();
  }

  private boolean isImported(int index) {
    return index >= workflow.runCount - IMPORTED;
  }

  private RunStatus status(int index) {
    if (index < UNFINISHED) {
      if (now != null) {
        return index < UNFINISHED / 2 ? RunStatus.COMPLETED : RunStatus.FAILED;
      }
      return isStillPending(index) ? RunStatus.PENDING : RunStatus.RUNNING;
    }
    switch (index % 20) {
      case 5:
      case 11:
        return RunStatus.FAILED;
      case 9:
        return RunStatus.CANCELLED;
      case 13:
        return RunStatus.SKIPPED;
      default:
        return random.oneIn(12) ? RunStatus.FAILED : RunStatus.COMPLETED;
    }
  }

  private static boolean isStillPending(int index) {
    return index % 2 == 0;
  }

  private Instant startedAt(int index, Instant createdAt) {
    if (now != null && index < UNFINISHED) {
      return isStillPending(index) ? now.plusSeconds(random.between(1, 60)) : now;
    }
    return createdAt.plusMillis(random.between(0, 2500));
  }

  private RunOrigin origin(int index) {
    int choice = index % 3 == 0 ? index / 3 : random.between(0, ORIGINS.size() - 1);
    RunOrigin origin = ORIGINS.get(choice % ORIGINS.size());
    boolean isLater = origin.equals(RunOrigin.WORKFLOW) && index % 10 == 6;
    return isLater ? laterOrigin(index) : origin;
  }

  /** Returns an origin that the API added later, if there is one. */
  private static RunOrigin laterOrigin(int index) {
    List<RunOrigin> later = new ArrayList<>(RunOrigin.knownValues());
    later.removeAll(ORIGINS);
    return later.isEmpty() ? RunOrigin.WORKFLOW : later.get(index / 10 % later.size());
  }

  /**
   * Uses a draft for test runs and a version for all other runs. A pending run may not have a
   * definition yet.
   */
  private List<JsonValue> useDefinition(
      Run.Builder run, int index, RunStatus status, RunOrigin origin) {
    if (status.equals(RunStatus.PENDING) && index == 0) {
      return Collections.emptyList();
    }
    if (!origin.equals(RunOrigin.TEST)) {
      return useVersion(run, index);
    }
    SampleWorkflow.Definition<WorkflowVersionDraft> draft =
        workflow.drafts.get(index % workflow.drafts.size());
    run.workflowVersionDraft(draft.model);
    return draft.steps;
  }

  /** Uses a version. Most runs use the newest version, and the oldest runs use older versions. */
  private List<JsonValue> useVersion(Run.Builder run, int index) {
    int age = index * 10 / workflow.runCount;
    SampleWorkflow.Definition<WorkflowVersion> version =
        workflow.versions.get(age < 6 ? 0 : Math.min(age - 5, 4) / 2);
    run.workflowVersion(version.model).version(version.model.version());
    return version.steps;
  }

  /** Returns a copy of a started run with its outcome added. */
  private Run trace(Run begun, int index, List<JsonValue> steps, Instant startedAt) {
    SampleTrace trace = new SampleTrace(parts, random, begun.input(), startedAt.toEpochMilli());
    trace.run(steps, begun.status());
    Run.Builder run = begun.toBuilder().output(trace.output()).usage(trace.usage());
    if (!begun.status().equals(RunStatus.RUNNING)) {
      Instant endedAt = startedAt.plusMillis(trace.durationMillis());
      run.endedAt(endedAt).updatedAt(endedAt.plusMillis(random.between(0, 40)));
    }
    boolean isCompleted = begun.status().equals(RunStatus.COMPLETED);
    return run.error(trace.error()).result(isCompleted ? result(index) : noResult()).build();
  }

  /** Returns a result. Most results are objects, but every JSON type occurs. */
  private JsonValue result(int index) {
    switch (index % 12) {
      case 1:
        return parts.make("answer");
      case 3:
        return JsonValue.of(random.decimal(500, 9999, 2));
      case 4:
        return JsonValue.of(random.oneIn(2));
      case 6:
        return JsonValue.ofArray(Collections.nCopies(random.between(0, 2), parts.make("item")));
      case 8:
        return JsonValue.NULL;
      default:
        return parts.make("run_result");
    }
  }

  private @Nullable JsonValue noResult() {
    return random.oneIn(2) ? JsonValue.NULL : null;
  }
}
