package ai.withcortex.testing.store;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.model.WorkflowStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The course that a started run takes by default: each of its steps completes, one by one. */
public final class StartedRun {
  private static final String ANSWER = "An answer from the sandbox";

  private StartedRun() {}

  /**
   * Returns a run as it will be in the end.
   *
   * @param run the run when it is created
   * @param steps the steps that it carries out
   * @param unit the time from its creation to its start, and the time that each step takes
   */
  public static Run end(Run run, List<WorkflowStep> steps, Duration unit) {
    Instant startedAt = requireCreated(run).plus(unit);
    Instant now = startedAt;
    Map<String, JsonValue> outputs = new LinkedHashMap<>();
    JsonValue last = JsonValue.NULL;
    for (WorkflowStep step : steps) {
      last = output(step, run);
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("status", JsonValue.of(StepStatus.COMPLETED.value()));
      members.put("key", JsonValue.of(step.key()));
      members.put("type", JsonValue.of(step.type().value()));
      members.put("output", last);
      members.put("start", JsonValue.of(now.toEpochMilli()));
      now = now.plus(unit);
      members.put("end", JsonValue.of(now.toEpochMilli()));
      outputs.put(step.key(), JsonValue.ofObject(members));
    }
    return run.toBuilder()
        .status(RunStatus.COMPLETED)
        .output(outputs)
        .result(last)
        .startedAt(startedAt)
        .endedAt(now)
        .updatedAt(now)
        .build();
  }

  private static Instant requireCreated(Run run) {
    Instant createdAt = run.createdAt();
    if (createdAt == null) {
      throw new IllegalArgumentException("Run " + run.id() + " has not been created");
    }
    return createdAt;
  }

  private static JsonValue output(WorkflowStep step, Run run) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    StepType type = step.type();
    if (type.equals(StepType.INPUT)) {
      Map<String, JsonValue> input = run.input();
      return input == null ? JsonValue.NULL : JsonValue.ofObject(input);
    } else if (step instanceof ModelStep) {
      members.put("provider", JsonValue.of(((ModelStep) step).provider().provider()));
      members.put("model", JsonValue.of(((ModelStep) step).provider().model()));
      members.put("message", JsonValue.of(ANSWER));
    } else if (type.equals(StepType.HTTP_REQUEST) || type.equals(StepType.BROWSER)) {
      members.put("ok", JsonValue.of(true));
      members.put("status", JsonValue.of(200));
      members.put("headers", JsonValue.ofObject(Collections.emptyMap()));
      members.put("body", JsonValue.of(ANSWER));
    } else if (!type.equals(StepType.BRANCH)) {
      return JsonValue.NULL;
    }
    return JsonValue.ofObject(members);
  }
}
