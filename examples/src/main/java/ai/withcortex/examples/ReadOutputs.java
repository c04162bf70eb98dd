package ai.withcortex.examples;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.steps.Credits;
import ai.withcortex.client.steps.HttpOutput;
import ai.withcortex.client.steps.ModelOutput;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.client.steps.TypedOutput;
import ai.withcortex.client.steps.WorkflowCallOutput;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.testing.CortexSandbox;

/** Prints the outputs and cost of the newest run that failed after a model had responded. */
public final class ReadOutputs {
  private ReadOutputs() {}

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      RunQuery failed =
          RunQuery.builder().status(RunStatus.FAILED).addVerbose(RunVerbosity.ALL).build();
      for (Run run : cortex.workflow("app_1", "work_1").runs(failed)) {
        StepOutputs outputs = StepOutputs.of(run);
        if (!outputs.modelOutputs().isEmpty()) {
          print(outputs, Credits.of(run));
          return;
        }
      }
    }
  }

  private static void print(StepOutputs outputs, Credits credits) {
    for (StepOutput step : outputs) {
      System.out.println(step.key() + ": " + step.status() + " in " + step.duration());
      for (TypedOutput output : step.outputs()) {
        System.out.println("- " + output.accept(new Summary()));
      }
    }
    for (StepOutput step : outputs.failed()) {
      System.out.println(step.key() + " failed: " + step.error());
    }
    System.out.println(credits.total() + " credits: " + credits.bySteps());
  }

  private static final class Summary implements TypedOutput.Visitor<String> {
    @Override
    public String visitModel(ModelOutput output) {
      return output.model() + " called " + output.toolCalls().size() + " tools";
    }

    @Override
    public String visitHttpRequest(HttpOutput output) {
      return "HTTP " + output.status() + " with " + output.headers().get("content-type");
    }

    @Override
    public String visitWorkflowCall(WorkflowCallOutput output) {
      return "run " + output.runId() + " is " + output.status();
    }

    @Override
    public String visitUnknown(TypedOutput output) {
      return output.type() + " returned a JSON " + output.json().kind();
    }
  }
}
