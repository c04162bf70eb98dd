package ai.withcortex.benchmarks.cortex;

import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexJson;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.model.Run;
import java.util.List;

/** Calls of one operation, with all that goes with a call: retries, limits, typed failures. */
public final class Calls implements AutoCloseable {
  private final CortexTransport cortex;
  private final RunsApi api;

  public Calls(String baseUrl, String apiKey) {
    cortex =
        CortexTransport.create(
            CortexConfiguration.builder().baseUrl(baseUrl).apiKey(apiKey).build(),
            CortexJson.moshi());
    api = cortex.api(RunsApi.class);
  }

  /** The page of the first run of workflow {@code work_1}. */
  public List<Run> page() {
    return cortex.execute(api.listRuns("app_1", "work_1", null, null, null, 1, 1, null)).body();
  }

  @Override
  public void close() {
    cortex.close();
  }
}
