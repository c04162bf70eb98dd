package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.testing.server.SandboxRequest;
import java.io.InputStream;
import java.net.URI;
import java.util.AbstractMap.SimpleEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SandboxRequestsTest {
  private final CortexSandbox sandbox = CortexSandbox.builder().start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void remembersRequestsInOrder() {
    get(sandbox, RUNS);
    send(sandbox, RUNS, "DELETE", null);
    get(sandbox, "/%C3%A4?take=1");

    assertEquals(
        List.of(
            "GET /apps/app_1/workflows/work_1/runs -> 200",
            "DELETE /apps/app_1/workflows/work_1/runs -> 405",
            "GET /%C3%A4 -> 404"),
        sandbox.requests().stream().map(ReceivedRequest::toString).toList());
    sandbox.clearRequests();
    assertEquals(List.of(), sandbox.requests());
  }

  @Test
  void tellsTheParts() {
    get(sandbox, RUNS + "?verbose=all&status=FAILED&verbose=more&n%20m=a+%C3%A4&flag&bad=%FF");

    ReceivedRequest request = sandbox.requests().get(0);
    assertEquals("GET", request.method());
    assertEquals(RUNS, request.path());
    assertEquals(422, request.status());
    assertEquals(
        Map.of(
            "verbose", List.of("all", "more"),
            "status", List.of("FAILED"),
            "n m", List.of("a ä"),
            "flag", List.of(""),
            "bad", List.of("%FF")),
        request.query());
    assertEquals(
        List.of("verbose", "status", "n m", "flag", "bad"), List.copyOf(request.query().keySet()));
    assertEquals("all", request.query("verbose"));
    assertNull(request.query("take"));
    assertThrows(UnsupportedOperationException.class, () -> request.query().clear());
    assertThrows(UnsupportedOperationException.class, () -> request.headers().clear());
  }

  @Test
  void tellsTheOperation() {
    String workflow = "/apps/app_1/workflows/work_1";
    Map<String, String> operations = new LinkedHashMap<>();
    operations.put("GET /apps/app_1/workflows", "listWorkflows");
    operations.put("GET " + workflow, "getWorkflow");
    operations.put("GET " + workflow + "/versions", "listVersions");
    operations.put("GET " + workflow + "/versions/3", "getVersion");
    operations.put("GET " + RUNS, "listRuns");
    operations.put("POST " + RUNS, "startRun");
    operations.put("GET " + RUNS + "/run_1", "getRun");
    operations.put("POST " + RUNS + "/run_1/replay", "replayRun");
    operations.put("POST " + RUNS + "/run_1/cancel", "cancelRun");
    operations.put("PATCH " + RUNS + "/run_1/retention", "changeRunRetention");
    operations.put("DELETE " + RUNS, null);
    operations.put("GET /else", null);
    for (String methodAndPath : operations.keySet()) {
      String[] parts = methodAndPath.split(" ", 2);
      send(sandbox, parts[1], parts[0], null);
    }

    assertEquals(
        List.copyOf(operations.entrySet()),
        sandbox.requests().stream()
            .map(r -> new SimpleEntry<>(r.method() + " " + r.path(), r.operation()))
            .toList());
  }

  @Test
  void tellsTheBodyButDoesNotPrintIt() {
    SandboxCaller.post(sandbox, RUNS, "{\"input\": {\"ticket\": \"ä secret\"}}");
    get(sandbox, RUNS);

    ReceivedRequest request = sandbox.requests().get(0);
    assertEquals("{\"input\": {\"ticket\": \"ä secret\"}}", request.body());
    assertFalse(request.toString().contains("secret"), request.toString());
    assertEquals("", sandbox.requests().get(1).body());
  }

  @Test
  void redactsTheApiKey() {
    get(sandbox, RUNS);

    ReceivedRequest request = sandbox.requests().get(0);
    assertEquals("[redacted]", request.header("authorization"));
    assertEquals(List.of("[redacted]"), request.headers().get("AUTHORIZATION"));
    assertEquals(request.header("Host"), request.header("hOST"));
    assertNull(request.header("x-none"));
    assertFalse(request.headers().toString().contains(sandbox.apiKey()));
  }

  @Test
  void forgetsTheOldestOfTooMany() {
    RequestLog log = new RequestLog();
    for (int i = 0; i <= RequestLog.GREATEST_SIZE; i++) {
      SandboxRequest request =
          new SandboxRequest("GET", URI.create("/" + i), Map.of(), InputStream::nullInputStream);
      log.add(new ReceivedRequest(request, 200, null));
    }
    assertEquals(RequestLog.GREATEST_SIZE, log.requests().size());
    assertEquals("/1", log.requests().get(0).path());
  }
}
