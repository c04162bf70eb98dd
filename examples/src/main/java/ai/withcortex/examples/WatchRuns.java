package ai.withcortex.examples;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.watching.Change;
import ai.withcortex.client.watching.ChangeIterator;
import ai.withcortex.client.watching.ChangeKind;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.WatchPosition;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Mutation;
import ai.withcortex.testing.MutationScript;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Prints changes to runs, stops, and later resumes where it stopped. */
public final class WatchRuns {
  private WatchRuns() {}

  public static void main(String[] arguments) {
    MutationScript script =
        MutationScript.none()
            .beforeRequest(2, Mutation.insertFirst(), Mutation.insertFirst())
            .beforeRequest(4, Mutation.deleteAt(1));
    try (CortexSandbox sandbox = CortexSandbox.builder().mutations(script).start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      WorkflowHandle workflow = cortex.workflow("app_1", "work_1");
      String saved = watch(workflow, null);
      cancelNewest(sandbox);
      watch(workflow, saved);
    }
  }

  /** Watches for a few polls and returns the position to resume from. */
  private static String watch(WorkflowHandle workflow, @Nullable String saved) {
    WatchOptions options =
        WatchOptions.builder()
            .position(saved == null ? null : WatchPosition.of(saved))
            .window(100)
            .shortestInterval(Duration.ofMillis(10))
            .longestInterval(Duration.ofMillis(50))
            .pollLimit(4L)
            .build();
    RunQuery query = RunQuery.builder().build();
    try (ChangeIterator<Run> changes = workflow.watch(query, options).iterator()) {
      while (changes.hasNext()) {
        print(changes.next());
      }
      return changes.position().text();
    }
  }

  private static void print(Change<Run> change) {
    if (change.kind() == ChangeKind.GAP) {
      System.out.println("Changes were missed; list the runs again");
    } else {
      System.out.println(change);
    }
  }

  private static void cancelNewest(CortexSandbox sandbox) {
    Run newest = sandbox.runs("app_1", "work_1").get(0);
    sandbox.replace(newest.toBuilder().status(RunStatus.CANCELLED).build());
  }
}
