package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.NoteStep;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.Usage;
import ai.withcortex.model.WorkflowStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run leaves when it takes its steps one by one: outputs, credits, time and an error. */
final class SampleTrace {
  private static final String COMPLETED = RunStatus.COMPLETED.value();
  private static final String SKIPPED = RunStatus.SKIPPED.value();

  private final SampleRandom random;
  private final SampleOutputs outputs;
  private final SampleCredits credits;
  private final Map<String, JsonValue> output = new LinkedHashMap<>();
  private final long start;
  private long now;
  private @Nullable String error;

  SampleTrace(
      SampleWorkflow workflow,
      SampleRandom random,
      @Nullable Map<String, JsonValue> input,
      long start) {
    this.random = random;
    this.outputs = new SampleOutputs(workflow, random, input);
    this.credits = new SampleCredits(random);
    this.start = start;
    this.now = start;
  }

  /** Takes the steps, up to one that ends the run as its status says. */
  void run(List<WorkflowStep> all, RunStatus status) {
    List<WorkflowStep> steps =
        all.stream().filter(step -> !(step instanceof NoteStep)).collect(Collectors.toList());
    int last = last(steps.size(), status);
    for (int i = 0; i < last; i++) {
      boolean isSkipped = steps.get(i).conditional() != null && random.oneIn(4);
      take(steps.get(i), isSkipped ? SKIPPED : COMPLETED);
    }
    if (last < steps.size()) {
      take(steps.get(last), status.value());
    }
  }

  Map<String, JsonValue> output() {
    return output;
  }

  Usage usage() {
    return credits.usage();
  }

  @Nullable String error() {
    return error;
  }

  long durationMillis() {
    return now - start;
  }

  /** The place of the step that ends the run, or the number of steps if none does. */
  private int last(int steps, RunStatus status) {
    if (status.equals(RunStatus.COMPLETED)) {
      return steps;
    }
    return status.equals(RunStatus.SKIPPED) ? 1 : random.between(1, steps - 1);
  }

  private void take(WorkflowStep step, String status) {
    JsonObject object =
        new JsonObject()
            .put("status", status)
            .put("key", step.key())
            .put("type", step.type().value());
    long stepStart = now;
    if (status.equals(COMPLETED)) {
      now += random.between(2, 3000);
      addResult(object, step, stepStart);
    }
    object.put("start", stepStart);
    if (!status.equals(RunStatus.RUNNING.value())) {
      BigDecimal fraction = random.pick(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("0.25"));
      object.put("end", JsonValue.of(BigDecimal.valueOf(now).add(fraction)));
    }
    if (status.equals(RunStatus.FAILED.value())) {
      String message = outputs.failure(step);
      error = step.key() + ": " + message;
      object.put("error", message);
    }
    output.put(step.key(), object.value());
  }

  private void addResult(JsonObject object, WorkflowStep step, long stepStart) {
    SampleOutputs.Result result = outputs.of(step, stepStart);
    if (step.loop() == null) {
      object.put("output", result.output);
    } else {
      List<JsonValue> elements = new ArrayList<>();
      elements.add(result.output);
      for (int more = random.between(0, 3); more > 0; more--) {
        elements.add(outputs.of(step, stepStart).output);
      }
      object.put("output", JsonValue.ofArray(elements));
    }
    if (!result.logs.isEmpty()) {
      object.put("logs", JsonValue.ofArray(result.logs));
    }
    if (!result.calls.isEmpty()) {
      object.put("calls", JsonValue.ofArray(result.calls));
    }
    credits.spend(step, result.calledRun);
  }
}
