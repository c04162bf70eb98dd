package ai.withcortex.examples;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;

/** The first program in the README, run against the sandbox. */
public final class QuickStart {
  private QuickStart() {}

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      printFailedRuns(sandbox.apiKey(), sandbox.baseUrl());
    }
  }

  private static void printFailedRuns(String key, String baseUrl) {
    try (CortexClient cortex = CortexClient.builder().apiKey(key).baseUrl(baseUrl).build()) {
      RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).build();
      for (Run run : cortex.workflow("app_1", "work_1").runs(failed)) {
        System.out.println(run.id() + " " + run.startedAt());
      }
    }
  }
}
