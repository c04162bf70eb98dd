package ai.withcortex.examples;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.CortexJson;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.event.Drift;
import ai.withcortex.core.event.DriftReport;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.CortexSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how the runs of a workflow differ from the spec and, for each difference, a YAML overlay
 * that adds it to the spec. Reads up to 1000 runs from the real API or from a sandbox with
 * additions that the spec does not have; see {@link Target}. Enum values and step types are printed
 * because the spec lists them. No other values are printed.
 */
public final class ReportDrift {
  private static final long RUNS = 1000;

  private ReportDrift() {}

  public static void main(String[] arguments) throws IOException {
    try (Target target = Target.choose()) {
      CortexSandbox sandbox = target.sandbox();
      if (sandbox != null) {
        sandbox.add(runOfTomorrow(sandbox));
      }
      System.out.print(report(target.client(), target.workflow()));
    }
  }

  /** Returns a run that the API might send in the future. */
  private static Run runOfTomorrow(CortexSandbox sandbox) throws IOException {
    for (Run today : sandbox.runs("app_1", "work_1")) {
      WorkflowVersion version = today.workflowVersion();
      if (version != null) {
        return today.toBuilder()
            .id("run_of_tomorrow")
            .status(RunStatus.of("PAUSED"))
            .putAdditionalProperty("priority", JsonValue.of("high"))
            .workflowVersion(version.toBuilder().addStep(stepOfTomorrow()).build())
            .build();
      }
    }
    throw new IllegalStateException("Expected a run with a version in the sandbox");
  }

  private static WorkflowStep stepOfTomorrow() throws IOException {
    String json = "{\"type\":\"approval\",\"key\":\"approve\",\"approvers\":[\"user_1\"]}";
    return CortexJson.moshi().adapter(WorkflowStep.class).fromJson(json);
  }

  /** Reads the runs and reports how they differ from the spec, as a stream of YAML documents. */
  static String report(CortexClient client, WorkflowHandle workflow) {
    NewLabels labels = new NewLabels();
    List<String> unread = new ArrayList<>();
    RunQuery query = RunQuery.builder().addVerbose(RunVerbosity.ALL).build();
    FaultPolicy tell = FaultPolicy.deliver(run -> unread.add(run.failure().getMessage()));
    WalkOptions options = WalkOptions.builder().itemLimit(RUNS).faults(tell).build();
    try (Walk<Run> walk = workflow.runs(query).walk(options)) {
      walk.forEachRemaining(labels::addFrom);
      return text(walk.receipt().delivered(), client.drift(), labels, unread);
    }
  }

  private static String text(long runs, DriftReport report, NewLabels labels, List<String> unread) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(runs).append(" runs read, ").append(unread.size());
    text.append(" unreadable, ").append(report.drifts().size()).append(" differences found\n");
    unread.forEach(message -> text.append("# ").append(message).append('\n'));
    for (Drift drift : report.drifts()) {
      text.append("---\n# ").append(drift).append('\n').append(SpecAddition.of(drift, labels));
    }
    return text.toString();
  }
}
