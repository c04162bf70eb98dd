package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.testing.FaultCaller.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults, connections and threads over the life of a sandbox, with a proxy and without. */
final class FaultLifecycleTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void holdsRequestsUntilTheGateOpens(boolean hasProxy) throws Exception {
    RequestGate gate = RequestGate.closed();
    try (CortexSandbox sandbox = start(hasProxy)) {
      sandbox.faults(FaultScript.times(2, Fault.hang(gate).and(Fault.status(503))));
      List<CompletableFuture<Wire>> calls = List.of(callAsync(sandbox), callAsync(sandbox));

      assertTrue(gate.awaitArrivals(2, LONG));
      assertEquals("[hang, status 503, hang, status 503]", faults(sandbox).toString());
      assertFalse(calls.get(0).isDone() || calls.get(1).isDone());
      assertFalse(gate.awaitArrivals(3, Duration.ZERO));
      gate.open();
      gate.open();
      for (CompletableFuture<Wire> call : calls) {
        assertTrue(call.get().text().startsWith("HTTP/1.1 503 "), call.get().text());
      }
      sandbox.faults(FaultScript.always(Fault.hang(gate)));
      assertTrue(FaultCaller.call(sandbox, RUNS).text().startsWith("HTTP/1.1 200 "));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingEndsWhatWaits(boolean hasProxy) throws Exception {
    Set<Thread> before = threads();
    RequestGate gate = RequestGate.closed();
    CortexSandbox sandbox = start(hasProxy);
    Set<Thread> own = new HashSet<>();
    sandbox.faults(
        FaultScript.inOrder(
            Fault.hang(gate), Fault.hang(gate).and(Fault.delay(Duration.ofHours(24)))));
    List<CompletableFuture<Wire>> calls = List.of(callAsync(sandbox), callAsync(sandbox));
    assertTrue(gate.awaitArrivals(2, LONG));
    own.addAll(threads());
    sandbox.close();
    sandbox.close();

    for (CompletableFuture<Wire> call : calls) {
      assertEquals("", call.get().text());
    }
    own.removeAll(before);
    joinAll(own);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closingEndsADelay(boolean hasProxy) throws Exception {
    CortexSandbox sandbox = start(hasProxy);
    RequestGate open = RequestGate.closed();
    open.open();
    sandbox.faults(FaultScript.always(Fault.hang(open).and(Fault.delay(Duration.ofHours(24)))));
    CompletableFuture<Wire> call = callAsync(sandbox);
    assertTrue(open.awaitArrivals(1, LONG));
    sandbox.close();
    assertEquals("", call.get().text());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void dripsUntilItIsClosed(boolean hasProxy) throws Exception {
    Set<Thread> before = threads();
    CortexSandbox sandbox = start(hasProxy);
    sandbox.faults(FaultScript.always(Fault.drip(5, Duration.ofHours(24))));
    Set<Thread> own;
    try (Socket socket = SandboxCaller.connect(SandboxCaller.port(sandbox))) {
      socket.getOutputStream().write(FaultCaller.request(sandbox, RUNS, ""));
      assertTrue(FaultCaller.readHead(socket).startsWith("HTTP/1.1 200 "));
      assertEquals(5, socket.getInputStream().readNBytes(5).length);
      own = threads();
      sandbox.close();
      assertEquals("", FaultCaller.readToEnd(socket).text());
    }
    own.removeAll(before);
    joinAll(own);
    int port = SandboxCaller.port(sandbox);
    assertThrows(ConnectException.class, () -> SandboxCaller.connect(port).close());
  }

  @Test
  void keepsConnectionsAliveAroundFaults() throws Exception {
    try (CortexSandbox sandbox = start(true);
        Socket socket = SandboxCaller.connect(SandboxCaller.port(sandbox))) {
      sandbox.faults(
          FaultScript.inOrder(
              Fault.none(),
              Fault.status(503),
              Fault.drip(100, Duration.ZERO),
              Fault.redirect("/"),
              Fault.truncatedGzip(),
              Fault.resetAfterHeaders()));
      List<String> statuses = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        socket.getOutputStream().write(FaultCaller.request(sandbox, RUNS, ""));
        statuses.add(FaultCaller.readOne(socket).text().substring(9, 12));
      }
      assertEquals(List.of("200", "503", "200", "302", "200"), statuses);
      socket.getOutputStream().write(FaultCaller.request(sandbox, RUNS, ""));
      assertTrue(FaultCaller.readToEnd(socket).isReset());
      assertEquals(6, sandbox.requests().size());
    }
  }

  @Test
  void keepsTheOrderOfRequestsSentAtOnce() throws Exception {
    try (CortexSandbox sandbox = start(true);
        Socket socket = SandboxCaller.connect(SandboxCaller.port(sandbox))) {
      sandbox.faults(
          FaultScript.inOrder(
              Fault.status(500), Fault.none().body("[]"), Fault.statusLine("what")));
      String one = new String(FaultCaller.request(sandbox, RUNS, ""), ISO_8859_1);
      socket.getOutputStream().write((one + one + one).getBytes(ISO_8859_1));
      assertTrue(FaultCaller.readOne(socket).text().startsWith("HTTP/1.1 500 "));
      assertEquals("[]", FaultCaller.readOne(socket).body());
      assertTrue(FaultCaller.readToEnd(socket).text().startsWith("what\r\nContent-Type"));
    }
  }

  @Test
  void answersACallerThatSendsNoMore() throws Exception {
    try (CortexSandbox sandbox = start(true);
        Socket socket = SandboxCaller.connect(SandboxCaller.port(sandbox))) {
      socket.getOutputStream().write(FaultCaller.request(sandbox, RUNS, ""));
      socket.shutdownOutput();
      Wire wire = FaultCaller.readToEnd(socket);
      assertEquals(wire.header("content-length"), String.valueOf(wire.body().length()));
      assertFalse(wire.isReset());
    }
  }

  @Test
  void aSandboxWithoutFaultsHasNoProxy() throws Exception {
    Set<Thread> before = threads();
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      FaultCaller.call(sandbox, RUNS);
      Set<Thread> own = threads();
      own.removeAll(before);
      assertFalse(own.isEmpty());
      assertTrue(own.stream().noneMatch(thread -> thread.getName().contains("proxy")));
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    try (CortexSandbox sandbox = start(true)) {
      int port = SandboxCaller.port(sandbox);
      CortexSandbox.Builder second = CortexSandbox.builder().port(port).faults(FaultScript.none());
      Exception e = assertThrows(RuntimeException.class, second::start);
      assertEquals("Cannot listen on 127.0.0.1:" + port, e.getMessage());
    }
  }

  private static CortexSandbox start(boolean hasProxy) {
    return hasProxy
        ? CortexSandbox.builder().faults(FaultScript.none()).start()
        : CortexSandbox.start();
  }

  private static CompletableFuture<Wire> callAsync(CortexSandbox sandbox) {
    CompletableFuture<Wire> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(FaultCaller.call(sandbox, RUNS));
              } catch (IOException e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private static List<String> faults(CortexSandbox sandbox) {
    return sandbox.requests().stream().map(request -> String.valueOf(request.fault())).toList();
  }

  /** The threads of sandboxes, of which other tests may have some. */
  private static Set<Thread> threads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(
        thread ->
            !thread.getName().startsWith("cortex-sandbox")
                && !thread.getName().startsWith("HTTP-Dispatcher"));
    return threads;
  }

  private static void joinAll(Set<Thread> threads) throws InterruptedException {
    assertFalse(threads.isEmpty());
    for (Thread thread : threads) {
      assertTrue(thread.isDaemon(), thread.getName());
      thread.join(LONG.toMillis());
      assertFalse(thread.isAlive(), thread.getName());
    }
  }
}
