package ai.withcortex.examples;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.FoundStarts;
import ai.withcortex.client.RunHandle;
import ai.withcortex.client.StartUnknownException;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.StartRunRequest;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts runs; the response to the second start is lost. */
public final class StartRun {
  private StartRun() {}

  public static void main(String[] arguments) {
    FaultScript script = FaultScript.inOrder(Fault.none(), Fault.resetBeforeHeaders());
    try (CortexSandbox sandbox = CortexSandbox.builder().faults(script).start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      WorkflowHandle workflow = cortex.workflow("app_1", "work_1");
      System.out.println("started " + start(workflow).id());
      StartRunRequest second =
          StartRunRequest.builder()
              .input(Collections.singletonMap("question", JsonValue.of("And why?")))
              .build();
      System.out.println("found " + startOrFind(workflow, second));
      sandbox.faults(FaultScript.none());
      changeLater(workflow.start(second));
    }
  }

  private static RunHandle start(WorkflowHandle workflow) {
    Map<String, JsonValue> input =
        Collections.singletonMap("question", JsonValue.of("How is the weather?"));
    RunHandle run = workflow.start(input);
    return run;
  }

  /** Returns the ID of the run, or null if nobody knows whether there is one. */
  private static @Nullable String startOrFind(WorkflowHandle workflow, StartRunRequest request) {
    try {
      return workflow.start(request).id();
    } catch (StartUnknownException e) {
      List<Run> runs = e.findStarted().runs();
      return runs.size() == 1 ? runs.get(0).id() : null;
    }
  }

  private static void changeLater(RunHandle run) {
    run.changeRetention(Duration.ofDays(30));
    Run canceled = run.cancel();
    System.out.println(canceled.status());
  }

  /** Shows everything that a search says. */
  static void report(StartUnknownException unknown) {
    FoundStarts found = unknown.findStarted();
    System.out.println(
        found.runs().size() + " runs until " + found.searchedUntil() + ": " + found.verdict());
    if (found.reason() != null) {
      System.out.println("because " + found.reason());
    }
  }
}
