package ai.withcortex.benchmarks.retrofit2gson;

import ai.withcortex.benchmarks.retrofit2gson.api.RunsApi;
import ai.withcortex.benchmarks.retrofit2gson.client.ApiClient;
import ai.withcortex.benchmarks.retrofit2gson.model.Run;
import java.io.IOException;
import java.util.List;
import retrofit2.Response;

/** Lists the runs of workflow {@code work_1}, 100 per page. */
public final class Listing {
  private final RunsApi api;

  public Listing(String baseUrl, String apiKey) {
    ApiClient client = new ApiClient("bearer").setBearerToken(apiKey);
    client.getAdapterBuilder().baseUrl(baseUrl);
    this.api = client.createService(RunsApi.class);
  }

  public List<Run> page(int number) throws IOException {
    Response<List<Run>> answer =
        api.listRuns("app_1", "work_1", null, null, null, number, 100, null).execute();
    if (!answer.isSuccessful()) {
      throw new IOException("The server answered with " + answer.code());
    }
    return answer.body();
  }
}
