package ai.withcortex.benchmarks.cortex;

import ai.withcortex.client.CortexClient;
import ai.withcortex.model.Run;

/** Prints the ID of the first run. The arguments are the base URL and the API key of the server. */
public final class FirstRun {
  public static void main(String[] arguments) {
    try (CortexClient cortex =
        CortexClient.builder().baseUrl(arguments[0]).apiKey(arguments[1]).build()) {
      for (Run run : cortex.workflow("app_1", "work_1").runs()) {
        System.out.println(run.id());
        break;
      }
    }
  }

  private FirstRun() {}
}
