package ai.withcortex.benchmarks.retrofit2jackson;

import ai.withcortex.benchmarks.retrofit2jackson.api.RunsApi;
import ai.withcortex.benchmarks.retrofit2jackson.client.ApiClient;
import ai.withcortex.benchmarks.retrofit2jackson.model.Run;
import java.io.IOException;
import java.util.List;
import retrofit2.Response;

/** Lists the runs of workflow {@code work_1}. */
public final class Listing {
  private final RunsApi api;

  public Listing(String baseUrl, String apiKey) {
    ApiClient client = new ApiClient("bearer").setBearerToken(apiKey);
    client.getAdapterBuilder().baseUrl(baseUrl);
    this.api = client.createService(RunsApi.class);
  }

  /** Returns a page with up to the given number of runs. */
  public List<Run> page(int number, int take) throws IOException {
    Response<List<Run>> answer =
        api.listRuns("app_1", "work_1", null, null, null, number, take, null).execute();
    if (!answer.isSuccessful()) {
      throw new IOException("The server answered with " + answer.code());
    }
    return answer.body();
  }
}
