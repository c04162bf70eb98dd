package ai.withcortex.examples;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.RunQuery;
import ai.withcortex.model.HttpRequestStep;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.testing.CortexSandbox;

/** Prints the steps of the first run that has a version, each kind in its own way. */
public final class ReadSteps {
  private ReadSteps() {}

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      RunQuery query = RunQuery.builder().addVerbose(RunVerbosity.ALL).build();
      cortex.workflow("app_1", "work_1").runs(query).stream()
          .filter(run -> run.workflowVersion() != null)
          .findFirst()
          .ifPresent(ReadSteps::printSteps);
    }
  }

  private static void printSteps(Run run) {
    for (WorkflowStep step : run.workflowVersion().steps()) {
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
