package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.api.CancelRunOptions;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.CortexJson;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.model.StartRunRequest;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.ReceivedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/**
 * How a user calls operations that have no methods of their own, and one that the spec does not
 * have; docs/operations.md quotes it.
 */
final class OwnOperationTest {
  interface NotesApi {
    @GET("apps/{app_id}/workflows/{workflow_id}/runs/{run_id}/notes")
    Call<JsonValue> getNotes(
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
  void cancelsARun() {
    sandbox.faults(FaultScript.inOrder(response));
    CancelRunOptions options = CancelRunOptions.builder().addVerbose(RunVerbosity.ALL).build();
    Run run = cortex.call(RunsApi.class, api -> options.call(api, "app_1", "work_1", "run_1"));

    assertEquals(FakeRuns.run(1), run);
    ReceivedRequest request = sandbox.requests().get(0);
    assertEquals(
        "POST /apps/app_1/workflows/work_1/runs/run_1/cancel",
        request.method() + " " + request.path());
    assertEquals(Map.of("verbose", List.of("all")), request.query());
  }

  @Test
  void startsARunOnlyOnce() {
    sandbox.faults(FaultScript.inOrder(Fault.status(503), response));
    StartRunRequest start =
        StartRunRequest.builder().background(true).input(Map.of("x", JsonValue.of(1))).build();

    assertThrows(
        CortexApiException.class,
        () -> cortex.call(RunsApi.class, api -> api.startRun("app_1", "work_1", start, null)));
    assertEquals(1, sandbox.requests().size());
    assertEquals("POST", sandbox.requests().get(0).method());
  }

  @Test
  void isReadAsJson() {
    sandbox.faults(FaultScript.always(Fault.status(200).body("{\"notes\":[\"seen\"]}")));
    JsonValue notes = cortex.call(NotesApi.class, api -> api.getNotes("app_1", "work_1", "run_1"));

    assertEquals(JsonValue.parse("[\"seen\"]"), notes.get("notes"));
  }

  @Test
  void failsWithATypedError() {
    NotFoundException e =
        assertThrows(
            NotFoundException.class,
            () -> cortex.call(NotesApi.class, api -> api.getNotes("app_1", "work_1", "none")));

    assertEquals("GET /apps/app_1/workflows/work_1/runs/none/notes", e.request());
  }
}
