package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.CortexJson;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** How a user calls an operation that the spec does not have; docs/operations.md quotes it. */
final class OwnOperationTest {
  interface MoreRunsApi {
    @GET("apps/{app_id}/workflows/{workflow_id}/runs/{run_id}")
    Call<Run> getRun(
        @Path("app_id") String appId,
        @Path("workflow_id") String workflowId,
        @Path("run_id") String runId);
  }

  interface JsonRunsApi {
    @GET("apps/{app_id}/workflows/{workflow_id}/runs/{run_id}")
    Call<JsonValue> getRun(
        @Path("app_id") String appId,
        @Path("workflow_id") String workflowId,
        @Path("run_id") String runId);
  }

  private final String json = CortexJson.moshi().adapter(Run.class).toJson(FakeRuns.run(1));
  private final Fault response = Fault.status(200).body(json);
  private final CortexSandbox sandbox = CortexSandbox.start();
  private final CortexClient cortex =
      CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();

  @AfterEach
  void stop() {
    cortex.close();
    sandbox.close();
  }

  @Test
  void isRetriedAndReadAsAModel() {
    sandbox.faults(FaultScript.inOrder(Fault.status(503), response));
    Run run = cortex.call(MoreRunsApi.class, api -> api.getRun("app_1", "work_1", "run_1"));

    assertEquals(FakeRuns.run(1), run);
    assertEquals(2, sandbox.requests().size());
    assertEquals("/apps/app_1/workflows/work_1/runs/run_1", sandbox.requests().get(1).path());
  }

  @Test
  void isReadAsJson() {
    sandbox.faults(FaultScript.always(response));
    JsonValue run = cortex.call(JsonRunsApi.class, api -> api.getRun("app_1", "work_1", "run_1"));

    assertEquals(JsonValue.of(FakeRuns.run(1).id()), run.get("id"));
  }

  @Test
  void failsWithATypedError() {
    NotFoundException e =
        assertThrows(
            NotFoundException.class,
            () ->
                cortex.call(
                    MoreRunsApi.class, api -> api.getRun("app_1", "work_1", "no-such-run")));

    assertEquals("GET /apps/app_1/workflows/work_1/runs/no-such-run", e.request());
  }
}
