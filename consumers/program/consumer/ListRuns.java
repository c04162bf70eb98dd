package consumer;

import ai.withcortex.client.CortexClient;
import ai.withcortex.testing.CortexSandbox;

/** Prints the listing of a sandbox of its own. */
public final class ListRuns {
  private ListRuns() {}

  public static void main(String[] arguments) {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      for (String line : Listing.of(cortex)) {
        System.out.println(line);
      }
    }
  }
}
