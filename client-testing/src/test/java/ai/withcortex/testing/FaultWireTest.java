package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.testing.FaultCaller.Wire;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each fault puts on the wire. */
final class FaultWireTest {
  private static final CortexSandbox SANDBOX =
      CortexSandbox.builder().faults(FaultScript.none()).start();
  private static final String ONE_RUN = RUNS + "?take=1";
  private static final Wire GOOD = good();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @BeforeEach
  void forget() {
    SANDBOX.clearRequests();
  }

  @Test
  void passesGoodAnswersUnchanged() throws IOException {
    try (CortexSandbox plain = CortexSandbox.start()) {
      Wire direct = FaultCaller.call(plain, ONE_RUN);
      assertEquals(withoutDate(direct), withoutDate(GOOD));
      assertEquals(direct.isReset(), GOOD.isReset());
    }
    SANDBOX.faults(FaultScript.always(Fault.none()));
    assertEquals(withoutDate(GOOD), withoutDate(FaultCaller.call(SANDBOX, ONE_RUN)));
    assertEquals("GET " + RUNS + " -> 200", SANDBOX.requests().get(0).toString());
    assertNull(SANDBOX.requests().get(0).fault());
  }

  @Test
  void changesTheStatus() throws IOException {
    Wire wire = call(Fault.status(503).header("retry-after", "1"), 503);
    assertStatus("HTTP/1.1 503 ", wire);
    assertEquals("1", wire.header("Retry-After"));
    assertEquals("application/json", wire.header("Content-Type"));
    assertEquals("{\"status\":503,\"message\":\"Fault injected by the test\"}", wire.body());
    assertNoPagination(wire);
  }

  @Test
  void sendsSuccessWithoutABody() throws IOException {
    assertEquals("", call(Fault.status(204), 204).body());
    Wire wire = call(Fault.status(200), 200);
    assertEquals("0", wire.header("Content-Length"));
    assertEquals("", wire.body());
    assertFalse(wire.head().toLowerCase(Locale.ROOT).contains("content-type"), wire.head());
  }

  @Test
  void changesTheBodyOnly() throws IOException {
    Wire wire = call(Fault.none().body("[ä]"), 200);
    assertEquals("[ä]", new String(wire.body().getBytes(ISO_8859_1), UTF_8));
    assertEquals("application/json", wire.header("Content-Type"));
    assertEquals(GOOD.header("pagination-count"), wire.header("pagination-count"));

    byte[] bytes = {0, (byte) 0xff};
    Fault fault = Fault.none().body(bytes);
    bytes[0] = 1;
    assertArrayEquals(new byte[] {0, (byte) 0xff}, call(fault, 200).body().getBytes(ISO_8859_1));
  }

  @Test
  void changesTheContentType() throws IOException {
    Wire wire = call(Fault.contentType("text/plain"), 200);
    assertEquals("text/plain", wire.header("Content-Type"));
    assertEquals(GOOD.body(), wire.body());
  }

  @Test
  void removesHeaders() throws IOException {
    Wire wire = call(Fault.withoutPagination(), 200);
    assertNoPagination(wire);
    assertEquals(GOOD.body(), wire.body());

    wire = call(Fault.none().withoutHeader("Pagination-Take"), 200);
    assertEquals("1", wire.header("pagination-page"));
    assertFalse(wire.head().toLowerCase(Locale.ROOT).contains("pagination-take"), wire.head());
  }

  @Test
  void sendsThePageOfAGateway() throws IOException {
    Wire wire = call(Fault.html(200), 200);
    assertStatus("HTTP/1.1 200 ", wire);
    assertEquals("text/html; charset=utf-8", wire.header("Content-Type"));
    assertTrue(wire.body().startsWith("<!DOCTYPE html>\n"), wire.body());
    assertNoPagination(wire);
  }

  @Test
  void redirects() throws IOException {
    Wire wire = call(Fault.redirect("https://other.example/x?y#z"), 302);
    assertStatus("HTTP/1.1 302 ", wire);
    assertEquals("https://other.example/x?y#z", wire.header("Location"));
    assertEquals("", wire.body());
  }

  @Test
  void delaysAndDripsTheWholeAnswer() throws IOException {
    Fault fault = Fault.delay(Duration.ofNanos(1)).and(Fault.drip(7, Duration.ofNanos(1)));
    assertEquals(withoutDate(GOOD), withoutDate(call(fault, 200)));
  }

  @Test
  void truncatesTheBody() throws IOException {
    Wire wire = call(Fault.truncatedBody(), 200);
    assertEquals(GOOD.header("Content-Length"), wire.header("Content-Length"));
    assertEquals(firstHalf(GOOD.body()), wire.body());
    assertFalse(wire.isReset());

    wire = call(Fault.none().body("").and(Fault.truncatedBody()), 200);
    assertEquals("1", wire.header("Content-Length"));
    assertEquals("", wire.body());
  }

  @Test
  void truncatesGzip() throws IOException {
    Wire wire = call(Fault.truncatedGzip(), 200);
    assertEquals("gzip", wire.header("Content-Encoding"));
    assertEquals(String.valueOf(wire.body().length()), wire.header("Content-Length"));
    GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(wire.body().getBytes(ISO_8859_1)));
    assertThrows(EOFException.class, in::readAllBytes);
  }

  @Test
  void answersNothing() throws IOException {
    assertEquals(new Wire("", false), call(Fault.emptyAnswer(), 0));
  }

  @Test
  void resetsBeforeHeaders() throws IOException {
    assertEquals(new Wire("", true), call(Fault.resetBeforeHeaders(), 0));
  }

  @Test
  void resetsDuringHeaders() throws IOException {
    Wire wire = call(Fault.status(500).and(Fault.resetDuringHeaders()), 500);
    assertTrue(wire.isReset());
    assertTrue(wire.text().startsWith("HTTP/1.1 500 \r\nContent-Type: appli"), wire.text());
    assertFalse(wire.text().contains("\r\n\r\n"), wire.text());
  }

  @Test
  void resetsAfterHeaders() throws IOException {
    Wire wire = call(Fault.resetAfterHeaders(), 200);
    assertTrue(wire.isReset());
    assertTrue(wire.head().startsWith("HTTP/1.1 200 \r\n"), wire.head());
    assertEquals(GOOD.header("Content-Length"), wire.header("Content-Length"));
    assertEquals(firstHalf(GOOD.body()), wire.body());
  }

  @Test
  void sendsAnyStatusLine() throws IOException {
    Wire wire = call(Fault.status(200).body("[]").and(Fault.statusLine("HTTP/1.1 fine \u00e9")), 0);
    assertEquals("HTTP/1.1 fine \u00e9\r\nContent-Length: 2\r\n\r\n[]", withoutDate(wire));
    assertFalse(wire.isReset());
    assertEquals("", call(Fault.statusLine("").and(Fault.emptyAnswer()), 0).text());
  }

  @Test
  void answersHeadWithoutABody() throws IOException {
    SANDBOX.faults(FaultScript.inOrder(Fault.truncatedBody(), Fault.statusLine("?")));
    for (int i = 0; i < 2; i++) {
      try (Socket socket = SandboxCaller.connect(SandboxCaller.port(SANDBOX))) {
        String request = "HEAD " + RUNS + " HTTP/1.1\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        assertEquals("", FaultCaller.readToEnd(socket).body());
      }
    }
  }

  private static Wire call(Fault fault, int status) throws IOException {
    SANDBOX.faults(FaultScript.times(1, fault));
    Wire wire = FaultCaller.call(SANDBOX, ONE_RUN);
    ReceivedRequest request = SANDBOX.requests().get(SANDBOX.requests().size() - 1);
    assertSame(fault, request.fault());
    assertEquals(status, request.status());
    assertEquals("GET " + RUNS + " -> " + status + " (" + fault + ")", request.toString());
    assertEquals(withoutDate(GOOD), withoutDate(FaultCaller.call(SANDBOX, ONE_RUN)));
    return wire;
  }

  private static Wire good() {
    try {
      return FaultCaller.call(SANDBOX, ONE_RUN);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String withoutDate(Wire wire) {
    return wire.text().replaceAll("(?i)\r\nDate: [^\r]*", "");
  }

  private static String firstHalf(String text) {
    return text.substring(0, text.length() / 2);
  }

  private static void assertStatus(String expected, Wire wire) {
    assertTrue(wire.text().startsWith(expected), wire.text());
  }

  private static void assertNoPagination(Wire wire) {
    assertFalse(wire.head().toLowerCase(Locale.ROOT).contains("pagination"), wire.head());
  }
}
