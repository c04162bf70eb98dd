package ai.withcortex.testing.store;

import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepStatus;
import ai.withcortex.model.StepType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The course that a started run takes by default: each of its steps completes, one by one. */
public final class StartedRun {
  private static final String ANSWER = "An answer from the sandbox";

  private StartedRun() {}

  /**
   * Returns a run as it will be in the end.
   *
   * @param run the run when it is created
   * @param steps the types of the steps that it carries out, by key
   * @param unit the time from its creation to its start, and the time that each step takes
   */
  public static Run end(Run run, Map<String, StepType> steps, Duration unit) {
    Instant startedAt = requireCreated(run).plus(unit);
    Instant now = startedAt;
    Map<String, JsonValue> outputs = new LinkedHashMap<>();
    JsonValue last = JsonValue.NULL;
    for (Map.Entry<String, StepType> step : steps.entrySet()) {
      last = output(step.getValue(), run);
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("status", JsonValue.of(StepStatus.COMPLETED.value()));
      members.put("key", JsonValue.of(step.getKey()));
      members.put("type", JsonValue.of(step.getValue().value()));
      members.put("output", last);
      members.put("start", JsonValue.of(now.toEpochMilli()));
      now = now.plus(unit);
      members.put("end", JsonValue.of(now.toEpochMilli()));
      outputs.put(step.getKey(), JsonValue.ofObject(members));
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

  /**
   * Returns the types of the steps that have an output in a run, from one on and by key; empty if
   * that step has none.
   */
  public static Map<String, StepType> steps(Run run, String first) {
    Map<String, StepType> steps = new LinkedHashMap<>();
    for (StepOutput step : StepOutputs.of(run)) {
      StepType type = step.type();
      steps.put(step.key(), type == null ? StepType.CODE : type);
    }
    return RunDefinition.from(first, steps);
  }

  private static JsonValue output(StepType type, Run run) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (type.equals(StepType.INPUT)) {
      Map<String, JsonValue> input = run.input();
      return input == null ? JsonValue.NULL : JsonValue.ofObject(input);
    } else if (type.equals(StepType.MODEL)) {
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
