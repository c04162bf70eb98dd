package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
      log.add(new ReceivedRequest("GET", "/" + i, Map.of(), Map.of(), 200, null));
    }
    assertEquals(RequestLog.GREATEST_SIZE, log.requests().size());
    assertEquals("/1", log.requests().get(0).path());
  }
}
