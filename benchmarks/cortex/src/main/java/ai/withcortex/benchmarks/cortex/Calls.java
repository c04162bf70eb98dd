package ai.withcortex.benchmarks.cortex;

import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.model.Run;
import java.util.List;

/**
 * Calls one operation with everything that is part of a call: retries, limits, and typed failures.
 */
public final class Calls implements AutoCloseable {
  private final CortexClient cortex;

  public Calls(String baseUrl, String apiKey) {
    cortex = CortexClient.builder().baseUrl(baseUrl).apiKey(apiKey).build();
  }

  /** Returns a page with the first run of workflow {@code work_1}. */
  public List<Run> page() {
    return cortex.call(
        RunsApi.class, api -> api.listRuns("app_1", "work_1", null, null, null, 1, 1, null));
  }

  @Override
  public void close() {
    cortex.close();
  }
}
