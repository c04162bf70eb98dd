package consumer;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.model.HttpRequestStep;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.model.WorkflowStep;
import java.util.ArrayList;
import java.util.List;

/** What each world must print: the failed runs, steps and outputs of one of them, and an error. */
public final class Listing {
  private Listing() {}

  /** Reads them from the sandbox, or from a server with the same runs. */
  public static List<String> of(CortexClient cortex) {
    List<String> lines = new ArrayList<>();
    RunQuery failed =
        RunQuery.builder().status(RunStatus.FAILED).addVerbose(RunVerbosity.ALL).take(10).build();
    Run detailed = null;
    try (Walk<Run> walk =
        cortex.workflow("app_1", "work_1").runs(failed).walk(WalkOptions.DEFAULT)) {
      while (walk.hasNext()) {
        Run run = walk.next();
        lines.add(run.id() + " " + run.status() + " " + run.startedAt());
        if (detailed == null && !StepOutputs.of(run).modelOutputs().isEmpty()) {
          detailed = run;
        }
      }
      Receipt receipt = walk.receipt();
      lines.add(receipt.verdict() + ": " + receipt.delivered() + " runs");
    }
    if (detailed != null) {
      addDetails(detailed, lines);
    }
    try {
      for (Run run : cortex.workflow("app_1", "work_9").runs(failed)) {
        lines.add("no such workflow, but " + run.id());
      }
    } catch (NotFoundException e) {
      lines.add(e.status() + ": " + e.getMessage());
    }
    return lines;
  }

  private static void addDetails(Run run, List<String> lines) {
    lines.add(run.id());
    if (run.workflowVersion() != null) {
      for (WorkflowStep step : run.workflowVersion().steps()) {
        lines.add("  " + step.key() + ": " + step.accept(new Kind()));
      }
    }
    for (StepOutput output : StepOutputs.of(run)) {
      lines.add("  " + output.key() + ": " + output.status() + " in " + output.duration());
    }
  }

  private static final class Kind implements WorkflowStep.Visitor<String> {
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
