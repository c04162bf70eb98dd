package ai.withcortex.examples;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.model.HttpRequestStep;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.CortexSandbox;
import java.util.List;

/** Prints the steps of the first run that has a version, with details that depend on the type. */
public final class ReadSteps {
  private ReadSteps() {}

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      RunQuery query = RunQuery.builder().addVerbose(RunVerbosity.ALL).build();
      for (Run run : cortex.workflow("app_1", "work_1").runs(query)) {
        WorkflowVersion version = run.workflowVersion();
        if (version != null) {
          printSteps(version.steps());
          return;
        }
      }
    }
  }

  private static void printSteps(List<WorkflowStep> steps) {
    for (WorkflowStep step : steps) {
      System.out.println(step.key() + ": " + step.accept(new Summary()));
    }
  }

  private static final class Summary implements WorkflowStep.Visitor<String> {
    @Override
    public String visitModelStep(ModelStep step) {
      return "asks " + step.provider().model();
    }

    @Override
    public String visitHttpRequestStep(HttpRequestStep step) {
      return "calls " + step.url();
    }

    @Override
    public String visitUnknown(WorkflowStep step) {
      return "is of type " + step.type();
    }
  }
}
