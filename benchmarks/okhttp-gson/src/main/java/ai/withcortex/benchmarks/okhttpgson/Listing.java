package ai.withcortex.benchmarks.okhttpgson;

import ai.withcortex.benchmarks.okhttpgson.api.RunsApi;
import ai.withcortex.benchmarks.okhttpgson.client.ApiClient;
import ai.withcortex.benchmarks.okhttpgson.client.ApiException;
import ai.withcortex.benchmarks.okhttpgson.model.Run;
import java.util.List;

/** Lists the runs of workflow {@code work_1}, 100 per page. */
public final class Listing {
  private final RunsApi api;

  public Listing(String baseUrl, String apiKey) {
    ApiClient client = new ApiClient();
    client.setBasePath(baseUrl);
    client.setBearerToken(apiKey);
    this.api = new RunsApi(client);
  }

  public List<Run> page(int number) throws ApiException {
    return api.listRuns("app_1", "work_1", null, null, null, number, 100, null);
  }
}
