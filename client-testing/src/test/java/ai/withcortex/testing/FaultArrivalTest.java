package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault affects a request before or after it is carried out. */
final class FaultArrivalTest {
  private static final String START = "{\"background\":true}";

  private final CortexSandbox sandbox = CortexSandbox.builder().faults(FaultScript.none()).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  static Stream<Fault> faults() {
    return Stream.of(
        Fault.status(503),
        Fault.emptyAnswer(),
        Fault.resetBeforeHeaders(),
        Fault.resetDuringHeaders(),
        Fault.resetAfterHeaders(),
        Fault.truncatedBody());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void affectsTheResponseOfAStart(Fault fault) {
    sandbox.faults(FaultScript.times(1, fault));
    startWhateverComesBack();
    assertEquals(1, started());
    assertLogged(fault);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void keepsAStartFromBeingCarriedOut(Fault fault) {
    Fault before = fault.notCarriedOut();
    sandbox.faults(FaultScript.times(1, before));
    startWhateverComesBack();
    assertEquals(0, started());
    assertLogged(before);
    assertEquals(200, post(sandbox, RUNS, START).statusCode());
    assertEquals(1, started());
  }

  @Test
  void answersWithAnErrorUnlessTheFaultHasAnAnswerOfItsOwn() {
    sandbox.faults(FaultScript.times(1, Fault.none().notCarriedOut()));
    assertEquals(503, post(sandbox, RUNS, START).statusCode());
    assertEquals("not carried out", Fault.none().notCarriedOut().toString());
    assertEquals("status 500, not carried out", Fault.status(500).notCarriedOut().toString());
  }

  @Test
  void resetsWhileTheRequestIsRead() throws IOException {
    Fault fault = Fault.resetDuringRequest();
    sandbox.faults(FaultScript.times(1, fault));
    try (Socket socket = SandboxCaller.connect(SandboxCaller.port(sandbox))) {
      String head =
          "POST "
              + RUNS
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: 1000000\r\nAuthorization: Bearer "
              + sandbox.apiKey()
              + "\r\n\r\n{";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      assertThrows(SocketException.class, () -> socket.getInputStream().read());
    }
    assertEquals(0, started());
    ReceivedRequest request = sandbox.requests().get(0);
    assertSame(fault, request.fault());
    assertEquals("startRun", request.operation());
    assertEquals("", request.body());
    assertEquals(0, request.status());
    assertEquals(200, post(sandbox, RUNS, START).statusCode());
  }

  @Test
  void needsAProxyToReset() {
    try (CortexSandbox simple = CortexSandbox.start()) {
      FaultScript script = FaultScript.times(1, Fault.resetDuringRequest());
      assertThrows(IllegalStateException.class, () -> simple.faults(script));
    }
  }

  private void startWhateverComesBack() {
    try {
      post(sandbox, RUNS, START);
    } catch (UncheckedIOException e) {
      // The caller cannot know whether the run was started.
    }
  }

  private void assertLogged(Fault fault) {
    List<ReceivedRequest> requests = sandbox.requests();
    assertEquals(1, requests.size());
    assertEquals("startRun", requests.get(0).operation());
    assertEquals(START, requests.get(0).body());
    assertSame(fault, requests.get(0).fault());
  }

  private int started() {
    return sandbox.runs("app_1", "work_1").size() - 260;
  }
}
