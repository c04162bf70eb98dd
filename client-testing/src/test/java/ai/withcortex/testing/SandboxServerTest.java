package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.connect;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.header;
import static ai.withcortex.testing.SandboxCaller.ids;
import static ai.withcortex.testing.SandboxCaller.newRun;
import static ai.withcortex.testing.SandboxCaller.port;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class SandboxServerTest {
  @Test
  void closesMoreThanOnce() {
    CortexSandbox sandbox = CortexSandbox.start();
    assertTrue(sandbox.baseUrl().matches("http://127[.]0[.]0[.]1:[0-9]+"), sandbox.baseUrl());
    int port = port(sandbox);
    assertEquals(200, get(sandbox, RUNS).statusCode());

    sandbox.close();
    sandbox.close();
    assertThrows(ConnectException.class, () -> connect(port).close());
  }

  @Test
  void saysWhichPortIsTaken() {
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      int port = port(sandbox);
      CortexSandbox.Builder second = CortexSandbox.builder().port(port);
      Exception e = assertThrows(UncheckedIOException.class, second::start);
      assertEquals("Cannot listen on 127.0.0.1:" + port, e.getMessage());
    }
  }

  @Test
  void checksTheSettings() {
    CortexSandbox.Builder builder = CortexSandbox.builder();
    Exception e = assertThrows(IllegalArgumentException.class, () -> builder.port(65536));
    assertEquals("port must be from 0 to 65535 but is 65536", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> builder.apiKey(""));
    assertEquals("apiKey is empty", e.getMessage());
  }

  @Test
  void survivesManyThreads() throws Exception {
    int threads = 8;
    int runsPerThread = 40;
    try (CortexSandbox sandbox = CortexSandbox.builder().empty().start()) {
      sandbox.addWorkflow("a", "w");
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      List<Future<?>> futures = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        String name = "t" + t + "-";
        futures.add(executor.submit(() -> change(sandbox, name, runsPerThread)));
      }
      for (Future<?> future : futures) {
        future.get();
      }
      executor.shutdown();
      assertEquals(threads * runsPerThread / 2, sandbox.runs("a", "w").size());
      assertEquals(threads * runsPerThread, sandbox.requests().size());
    }
  }

  @Test
  void keepsManyIdleConnections() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      byte[] request = FaultCaller.request(sandbox, RUNS + "?take=1", "");
      for (int i = 0; i < 300; i++) {
        Socket socket = connect(port(sandbox));
        sockets.add(socket);
        socket.getOutputStream().write(request);
        FaultCaller.readOne(socket);
      }
      for (Socket socket : sockets) {
        socket.getOutputStream().write(request);
        assertTrue(FaultCaller.readOne(socket).text().startsWith("HTTP/1.1 200 "));
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  /** Adds runs and removes every other, and lists after each step. */
  private static void change(CortexSandbox sandbox, String name, int count) {
    for (int i = 0; i < count; i++) {
      sandbox.add(newRun(name + i, "2025-06-01T00:00:0" + i % 10 + "Z"));
      if (i % 2 == 1) {
        assertTrue(sandbox.replace(newRun(name + i, null)));
        assertTrue(sandbox.remove(name + i));
      }
      HttpResponse<String> response = get(sandbox, "/apps/a/workflows/w/runs?take=200");
      assertEquals(200, response.statusCode());
      List<String> ids = ids(response);
      assertEquals(ids.size(), new HashSet<>(ids).size());
      assertEquals(String.valueOf(ids.size()), header(response, "pagination-count"));
      assertEquals(i % 2 == 0, ids.contains(name + i));
    }
  }
}
