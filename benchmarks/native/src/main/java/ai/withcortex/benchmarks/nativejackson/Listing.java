package ai.withcortex.benchmarks.nativejackson;

import ai.withcortex.benchmarks.nativejackson.api.RunsApi;
import ai.withcortex.benchmarks.nativejackson.client.ApiClient;
import ai.withcortex.benchmarks.nativejackson.client.ApiException;
import ai.withcortex.benchmarks.nativejackson.model.Run;
import java.util.List;

/** Lists the runs of workflow {@code work_1}, 100 per page. */
public final class Listing {
  private final RunsApi api;

  public Listing(String baseUrl, String apiKey) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(baseUrl);
    // The generated client does not support security schemes.
    client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + apiKey));
    this.api = new RunsApi(client);
  }

  public List<Run> page(int number) throws ApiException {
    return api.listRuns("app_1", "work_1", null, null, null, number, 100, null);
  }
}
