package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.StepStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a run left, by key of the step ({@code run.output} of the API).
 *
 * <pre>{@code
 * StepOutputs outputs = StepOutputs.of(run);
 * for (StepOutput step : outputs.failed()) {
 *   System.out.println(step.key() + " failed after " + step.duration());
 * }
 * outputs.modelOutputs().forEach((key, answers) -> System.out.println(key + ": " + answers));
 * }</pre>
 *
 * <p>The calls that were made inside of a step and the steps of a called workflow are of this type,
 * too. Two are equal if all their elements are. Immutable, and safe for use by several threads.
 */
public final class StepOutputs extends KeyedList<StepOutput> {
  private StepOutputs(List<StepOutput> outputs, @Nullable JsonValue json) {
    super(outputs, StepOutput::key, json);
  }

  /**
   * What the steps of a run left, in the order of its output; nothing if none has begun.
   *
   * <p>Where an output does not say what type its step is of, the step of the same key in the run's
   * version or else its draft does. A run of a list has these only if the list was asked for them.
   */
  public static StepOutputs of(Run run) {
    Map<String, WorkflowStep> definitions = definitions(requireNonNull(run, "run == null"));
    List<StepOutput> outputs = new ArrayList<>();
    run.output()
        .forEach((key, json) -> outputs.add(StepOutput.of(key, json, definitions.get(key))));
    return new StepOutputs(outputs, null);
  }

  /** What the steps of a called run left, of which nothing else is known; nothing if no object. */
  static StepOutputs ofCalledRun(JsonValue json) {
    List<StepOutput> outputs = new ArrayList<>();
    JsonView.members(json).forEach((key, output) -> outputs.add(StepOutput.of(key, output, null)));
    return new StepOutputs(outputs, json);
  }

  /** The calls of a step, each with its own key; none if the JSON is no array. */
  static StepOutputs ofCalls(JsonValue json) {
    List<StepOutput> outputs = new ArrayList<>();
    JsonView.elements(json).forEach(call -> outputs.add(StepOutput.ofCall(call)));
    return new StepOutputs(outputs, json);
  }

  private static Map<String, WorkflowStep> definitions(Run run) {
    Map<String, WorkflowStep> definitions = new HashMap<>();
    WorkflowVersion version = run.workflowVersion();
    if (version != null) {
      version.steps().forEach(step -> definitions.putIfAbsent(step.key(), step));
    }
    WorkflowVersionDraft draft = run.workflowVersionDraft();
    if (draft != null) {
      draft.steps().forEach(step -> definitions.putIfAbsent(step.key(), step));
    }
    return definitions;
  }

  /**
   * Those that have failed, and the calls inside of steps that have, at whatever depth: each step
   * before its calls. A call may fail although its step does not. The steps of a called workflow
   * are not among them, see {@link WorkflowCallOutput#output()}.
   */
  public List<StepOutput> failed() {
    List<StepOutput> failed = new ArrayList<>();
    addFailed(failed);
    return Collections.unmodifiableList(failed);
  }

  private void addFailed(List<StepOutput> failed) {
    for (StepOutput output : this) {
      if (StepStatus.FAILED.equals(output.status())) {
        failed.add(output);
      }
      output.calls().addFailed(failed);
    }
  }

  /** How long each step took, by its key; without those that have not begun or not ended. */
  public Map<String, Duration> durations() {
    Map<String, Duration> durations = new LinkedHashMap<>();
    for (StepOutput output : this) {
      Duration duration = output.duration();
      if (duration != null) {
        durations.putIfAbsent(output.key(), duration);
      }
    }
    return Collections.unmodifiableMap(durations);
  }

  /**
   * What models answered, by the key of their step: one element, or one for each time a step ran in
   * a loop. Without the steps that have no output.
   */
  public Map<String, List<ModelOutput>> modelOutputs() {
    Map<String, List<ModelOutput>> answers = new LinkedHashMap<>();
    for (StepOutput output : this) {
      if (StepType.MODEL.equals(output.type()) && !output.outputs().isEmpty()) {
        answers.putIfAbsent(output.key(), output.outputs(ModelOutput::new));
      }
    }
    return Collections.unmodifiableMap(answers);
  }
}
