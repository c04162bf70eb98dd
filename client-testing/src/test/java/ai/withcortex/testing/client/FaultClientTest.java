package ai.withcortex.testing.client;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.ReceivedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults as an HTTP client sees them. */
final class FaultClientTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  static List<Fault> fatal() {
    return List.of(
        Fault.resetDuringHeaders(),
        Fault.resetAfterHeaders(),
        Fault.truncatedBody(),
        Fault.statusLine("garbage"));
  }

  @ParameterizedTest
  @MethodSource("fatal")
  void recoversAfterFatalFaults(Fault fault) throws Exception {
    try (CortexSandbox sandbox = sandbox(FaultScript.times(2, fault))) {
      assertThrows(IOException.class, () -> get(sandbox));
      assertThrows(IOException.class, () -> get(sandbox));
      assertEquals(200, get(sandbox).statusCode());
      assertEquals(
          List.of(fault.toString(), fault.toString(), "null"),
          sandbox.requests().stream().map(r -> String.valueOf(r.fault())).toList());
    }
  }

  /** This client asks again on its own if a connection ends without an answer, but not forever. */
  @Test
  void seesConnectionsEndWithoutAnAnswer() throws Exception {
    for (Fault fault : List.of(Fault.emptyAnswer(), Fault.resetBeforeHeaders())) {
      try (CortexSandbox sandbox = sandbox(FaultScript.always(fault))) {
        assertThrows(IOException.class, () -> get(sandbox));
        sandbox.faults(FaultScript.none());
        assertEquals(200, get(sandbox).statusCode());
        assertSame(fault, sandbox.requests().get(0).fault());
        assertEquals(0, sandbox.requests().get(0).status());
      }
    }
  }

  @Test
  void seededScriptsReplay() throws Exception {
    FaultScript script =
        FaultScript.seeded(3, 0.3, Fault.status(500), Fault.html(200), Fault.resetAfterHeaders());
    assertEquals(outcomes(script), outcomes(script));
    assertTrue(outcomes(script).containsAll(List.of("200", "500", "failed")));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void servesManyThreads(long seed) throws Exception {
    int threads = 8;
    int calls = 50;
    Map<String, Integer> seen = new HashMap<>();
    try (CortexSandbox sandbox =
        sandbox(
            FaultScript.seeded(
                seed, 0.2, Fault.status(503), Fault.truncatedBody(), Fault.resetAfterHeaders()))) {
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      List<Future<List<String>>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(executor.submit(() -> outcomes(sandbox, calls)));
      }
      for (Future<List<String>> future : futures) {
        future.get().forEach(outcome -> seen.merge(outcome, 1, Integer::sum));
      }
      executor.shutdown();
      assertEquals(expected(sandbox), seen);
      assertEquals(threads * calls, sandbox.requests().size());
    }
  }

  static List<Long> seeds() {
    return List.of(1L, 2L);
  }

  private static CortexSandbox sandbox(FaultScript script) {
    return CortexSandbox.builder().faults(script).start();
  }

  private static HttpResponse<String> get(CortexSandbox sandbox)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + RUNS + "?take=3"))
            .header("Authorization", "Bearer " + sandbox.apiKey())
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> outcomes(FaultScript script) throws Exception {
    try (CortexSandbox sandbox = sandbox(script)) {
      return outcomes(sandbox, 40);
    }
  }

  private static List<String> outcomes(CortexSandbox sandbox, int count) throws Exception {
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      try {
        outcomes.add(String.valueOf(get(sandbox).statusCode()));
      } catch (IOException e) {
        outcomes.add("failed");
      }
    }
    return outcomes;
  }

  /** What callers must have seen according to the log. */
  private static Map<String, Integer> expected(CortexSandbox sandbox) {
    Map<String, Integer> expected = new HashMap<>();
    for (ReceivedRequest request : sandbox.requests()) {
      boolean isAnswered = request.fault() == null || request.status() == 503;
      expected.merge(isAnswered ? String.valueOf(request.status()) : "failed", 1, Integer::sum);
    }
    return expected;
  }
}
