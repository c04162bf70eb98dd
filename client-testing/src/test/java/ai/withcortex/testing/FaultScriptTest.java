package ai.withcortex.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FaultScriptTest {
  private static final Fault BUSY = Fault.status(503).header("Retry-After", "1");
  private static final Fault NONE = Fault.none();
  private static final Fault CUT = Fault.truncatedBody();

  @Test
  void playsInOrderAndRecovers() {
    FaultScript script = FaultScript.inOrder(BUSY, NONE, CUT);
    assertEquals(List.of(BUSY, NONE, CUT, NONE, NONE), play(script, 5));
    assertEquals(List.of(BUSY, NONE), play(script, 2));
  }

  @Test
  void repeatsAndRecovers() {
    assertEquals(List.of(CUT, CUT, NONE), play(FaultScript.times(2, CUT), 3));
  }

  @Test
  void neverRecovers() {
    assertEquals(List.of(CUT, CUT, CUT), play(FaultScript.always(CUT), 3));
    assertEquals(List.of(NONE, NONE), play(FaultScript.none(), 2));
  }

  @Test
  void replaysASeed() {
    FaultScript script = FaultScript.seeded(7, 0.25, BUSY, CUT);
    List<Fault> first = play(script, 1000);
    assertEquals(first, play(script, 1000));
    assertEquals(first, play(FaultScript.seeded(7, 0.25, BUSY, CUT), 1000));
    assertNotEquals(first, play(FaultScript.seeded(8, 0.25, BUSY, CUT), 1000));
    // These follow from the algorithm of java.util.Random, which is specified.
    assertEquals(130, first.stream().filter(BUSY::equals).count());
    assertEquals(141, first.stream().filter(CUT::equals).count());
    assertEquals(
        List.of(1, 4, 7),
        IntStream.range(0, 16).filter(i -> first.get(i) != NONE).boxed().toList());
    assertEquals(List.of(BUSY, CUT, CUT), List.of(first.get(1), first.get(4), first.get(7)));
  }

  @Test
  void takesAChanceLiterally() {
    assertEquals(List.of(CUT, CUT), play(FaultScript.seeded(1, 1, CUT), 2));
    assertEquals(List.of(NONE), play(FaultScript.seeded(1, 0, CUT), 1));
  }

  @Test
  void copiesTheFaults() {
    Fault[] faults = {BUSY};
    FaultScript script = FaultScript.inOrder(faults);
    faults[0] = CUT;
    assertEquals(List.of(BUSY), play(script, 1));
  }

  @Test
  void describesFaultsWithoutTheirValues() {
    assertEquals("status 503, header Retry-After", BUSY.toString());
    assertEquals("redirect", Fault.redirect("https://user:secret@h").toString());
    assertEquals(
        "delay PT2S, truncated body, body, without header X",
        Fault.delay(Duration.ofSeconds(2)).and(CUT).body("secret").withoutHeader("X").toString());
    assertEquals("none", NONE.and(NONE).toString());
    assertEquals("hang", NONE.and(Fault.hang()).and(NONE).toString());
    assertEquals("HTML with status 502", Fault.html(502).toString());
    assertEquals("drip of 3 bytes every PT1S", Fault.drip(3, Duration.ofSeconds(1)).toString());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesMistakes(String message, Executable mistake) {
    Exception e = assertThrows(IllegalArgumentException.class, mistake);
    assertEquals(message, e.getMessage());
  }

  static Stream<Arguments> mistakes() {
    RequestGate gate = RequestGate.closed();
    return Stream.of(
        mistake("status must be from 200 to 999 but is 199", () -> Fault.status(199)),
        mistake("status must be from 200 to 999 but is 1000", () -> Fault.html(1000)),
        mistake(
            "delay must be from PT0S to PT24H but is PT-1S",
            () -> Fault.delay(Duration.ofSeconds(-1))),
        mistake(
            "pause must be from PT0S to PT24H but is PT25H",
            () -> Fault.drip(1, Duration.ofHours(25))),
        mistake("bytes must be at least 1 but is 0", () -> Fault.drip(0, Duration.ZERO)),
        mistake("\"a b\" is not a valid header name (RFC 9110)", () -> BUSY.header("a b", "")),
        mistake("\"a:b\" is not a valid header name (RFC 9110)", () -> BUSY.header("a:b", "")),
        mistake("\"\" is not a valid header name (RFC 9110)", () -> BUSY.withoutHeader("")),
        mistake(
            "The server sets connection itself; a fault cannot change any of"
                + " [Connection, Content-Length, Transfer-Encoding]",
            () -> BUSY.header("connection", "")),
        mistake(
            "A header value must not contain control characters or characters above U+00FF",
            () -> BUSY.header("a", "b\r\nc")),
        mistake(
            "A header value must not contain control characters or characters above U+00FF",
            () -> Fault.redirect("https://h/\u0100")),
        mistake(
            "A status line must not contain line breaks or characters above U+00FF",
            () -> Fault.statusLine("a\n")),
        mistake("faults is empty; pass at least one, or use none()", FaultScript::inOrder),
        mistake(
            "faults is empty; pass at least one, or use none()", () -> FaultScript.seeded(1, 1)),
        mistake("count must be at least 1 but is 0", () -> FaultScript.times(0, CUT)),
        mistake("chance must be from 0.0 to 1.0 but is 1.1", () -> FaultScript.seeded(1, 1.1, CUT)),
        mistake(
            "chance must be from 0.0 to 1.0 but is NaN",
            () -> FaultScript.seeded(1, Double.NaN, CUT)),
        mistake("count must be at least 1 but is 0", () -> gate.awaitArrivals(0, Duration.ZERO)),
        mistake(
            "limit must be from PT0S to PT24H but is PT-1S",
            () -> gate.awaitArrivals(1, Duration.ofSeconds(-1))));
  }

  @Test
  void saysWhatAPlainSandboxCannotDo() {
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      FaultScript script = FaultScript.inOrder(BUSY, CUT.and(Fault.resetAfterHeaders()));
      Exception e = assertThrows(IllegalStateException.class, () -> sandbox.faults(script));
      assertEquals(
          "The JDK's server cannot send the fault \"truncated body, reset after headers\"; start the"
              + " sandbox with CortexSandbox.builder().faults(FaultScript.none()).start()",
          e.getMessage());
      FaultScript dated = FaultScript.always(Fault.none().withoutHeader("date"));
      e = assertThrows(IllegalStateException.class, () -> sandbox.faults(dated));
      assertEquals(
          "The JDK's server cannot send the fault \"without header date\"; start the sandbox with"
              + " CortexSandbox.builder().faults(FaultScript.none()).start()",
          e.getMessage());
      sandbox.faults(FaultScript.times(1, CUT));
      assertThrows(UncheckedIOException.class, () -> SandboxCaller.get(sandbox, "/"));
    }
  }

  private static Arguments mistake(String message, Executable mistake) {
    return Arguments.of(message, mistake);
  }

  private static List<Fault> play(FaultScript script, int count) {
    FaultScript.Player player = script.start();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      faults.add(player.next());
    }
    return faults;
  }
}
