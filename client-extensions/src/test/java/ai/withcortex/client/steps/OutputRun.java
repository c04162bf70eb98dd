package ai.withcortex.client.steps;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Runs with an output, made of JSON in which apostrophes stand for quotation marks. */
final class OutputRun {
  private static final JsonAdapter<WorkflowStep> STEPS =
      CortexJson.moshi().adapter(WorkflowStep.class);

  private OutputRun() {}

  static JsonValue json(String text) {
    return JsonValue.parse(text.replace('\'', '"'));
  }

  static Run of(String output) {
    return builder(output).build();
  }

  static Run ofVersion(String output, String... steps) {
    return builder(output)
        .workflowVersion(WorkflowVersion.builder().id("v").steps(steps(steps)).build())
        .build();
  }

  static Run ofDraft(String output, String... steps) {
    return builder(output)
        .workflowVersionDraft(WorkflowVersionDraft.builder().steps(steps(steps)).build())
        .build();
  }

  static Run.Builder builder(String output) {
    return Run.builder()
        .id("run_1")
        .status(RunStatus.COMPLETED)
        .origin(RunOrigin.TEST)
        .output(json(output).asMap())
        .appId("a")
        .workflowAppId("a")
        .workflowId("w");
  }

  /** The only output of a run. */
  static StepOutput only(String output) {
    return StepOutputs.of(of("{'only':" + output + "}")).asList().get(0);
  }

  private static List<WorkflowStep> steps(String... texts) {
    List<WorkflowStep> steps = new ArrayList<>();
    for (String text : texts) {
      steps.add(step(text));
    }
    return steps;
  }

  static WorkflowStep step(String text) {
    try {
      return STEPS.fromJson(json(text).json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
