package ai.withcortex.examples;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.RunHandle;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.awaiting.ProgressListener;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts runs of the sandbox, and waits until they have ended. */
public final class AwaitRuns {
  private AwaitRuns() {}

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      WorkflowHandle workflow = cortex.workflow("app_1", "work_1");
      awaitOne(workflow);
      awaitMany(workflow, 20);
    }
  }

  private static void awaitOne(WorkflowHandle workflow) {
    AwaitOptions options =
        AwaitOptions.builder()
            .timeLimit(Duration.ofMinutes(10))
            .shortestInterval(Duration.ofMillis(10))
            .listener(new PrintedSteps())
            .build();
    JsonValue question = JsonValue.of("Why is the sky blue?");
    RunHandle run = workflow.start(Collections.singletonMap("question", question));
    try {
      Run ended = run.await(options);
      System.out.println("The run is " + ended.status());
    } catch (CortexTimeoutException e) {
      System.out.println("The run goes on: " + run.id());
    }
  }

  private static void awaitMany(WorkflowHandle workflow, int count) {
    AwaitOptions options = AwaitOptions.builder().timeLimit(Duration.ofMinutes(10)).build();
    List<CompletableFuture<Run>> ends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ends.add(workflow.start(Collections.emptyMap()).awaitAsync(options));
    }
    CompletableFuture.allOf(ends.toArray(new CompletableFuture<?>[0])).join();
    System.out.println(ends.size() + " more runs have ended");
  }

  private static final class PrintedSteps implements ProgressListener {
    @Override
    public void stepEnded(Run run, StepOutput step) {
      System.out.println(step.key() + " is " + step.status());
    }
  }
}
