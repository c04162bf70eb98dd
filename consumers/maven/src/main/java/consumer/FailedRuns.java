package consumer;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.RunQuery;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;

/** Lists the failed runs of the sandbox, and what the walk over them proves. */
public final class FailedRuns {
  private FailedRuns() {}

  public static void main(String[] arguments) {
    RunQuery query = RunQuery.builder().status(RunStatus.FAILED).take(10).build();
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
        Walk<Run> walk =
            cortex.workflow("app_1", "work_1").runs(query).walk(WalkOptions.DEFAULT)) {
      while (walk.hasNext()) {
        Run run = walk.next();
        System.out.println(run.id() + " " + run.status() + " " + run.startedAt());
      }
      System.out.println(walk.receipt().verdict() + ": " + walk.receipt().delivered() + " runs");
    }
  }
}
