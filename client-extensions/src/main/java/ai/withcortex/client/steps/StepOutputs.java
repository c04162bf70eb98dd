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
 * The outputs of the steps in a run, by step key ({@code run.output} in the API).
 *
 * <pre>{@code
 * StepOutputs outputs = StepOutputs.of(run);
 * for (StepOutput step : outputs.failed()) {
 *   System.out.println(step.key() + " failed after " + step.duration());
 * }
 * outputs.modelOutputs().forEach((key, answers) -> System.out.println(key + ": " + answers));
 * }</pre>
 *
 * <p>This class also represents the calls inside a step and the steps of a called workflow. Two
 * instances are equal if all their elements are equal. Immutable and thread-safe.
 */
public final class StepOutputs extends KeyedList<StepOutput> {
  private StepOutputs(List<StepOutput> outputs, @Nullable JsonValue json) {
    super(outputs, StepOutput::key, json);
  }

  /**
   * Returns the outputs of the steps in a run, in API order. Empty if no step has started.
   *
   * <p>If an output does not contain its type, the type comes from the step with the same key in
   * the run's workflow version, or otherwise in its draft. Runs in a list include the version and
   * draft only if the query asked for them.
   */
  public static StepOutputs of(Run run) {
    Map<String, WorkflowStep> definitions = definitions(requireNonNull(run, "run == null"));
    List<StepOutput> outputs = new ArrayList<>();
    run.output()
        .forEach((key, json) -> outputs.add(StepOutput.of(key, json, definitions.get(key))));
    return new StepOutputs(outputs, null);
  }

  /**
   * Reads the step outputs of a called run, whose workflow is unknown. Empty if the JSON is not an
   * object.
   */
  static StepOutputs ofCalledRun(JsonValue json) {
    List<StepOutput> outputs = new ArrayList<>();
    JsonView.members(json).forEach((key, output) -> outputs.add(StepOutput.of(key, output, null)));
    return new StepOutputs(outputs, json);
  }

  /** Reads the calls of a step, each with its own key. Empty if the JSON is not an array. */
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
   * Returns the failed steps and the failed calls inside steps, at any depth. Each step comes
   * before its calls. A call can fail even if its step succeeds. The steps of a called workflow are
   * not included; see {@link WorkflowCallOutput#output()}.
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

  /**
   * Returns the duration of each step, by step key. Steps that have not started or have not ended
   * are omitted.
   */
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
   * Returns the outputs of model steps, by step key. Each list has one element, or one for each
   * iteration of a loop. Steps without an output are omitted.
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
