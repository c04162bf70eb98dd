package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.testing.FaultCaller.Wire;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header {@code Date} of all kinds of responses. */
final class SandboxDateTest {
  private static final String DATE = "Fri, 06 Jun 2025 09:08:07 GMT";

  private final FakeClock clock = FakeClock.at(Instant.parse("2025-06-06T09:08:07.999Z"));

  @Test
  void isTheTimeOfTheClock() {
    try (CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start()) {
      assertEquals(List.of(DATE), get(sandbox, RUNS).headers().allValues("date"));
      clock.advance(Duration.ofMillis(1));
      assertEquals("Fri, 06 Jun 2025 09:08:08 GMT", header(get(sandbox, RUNS), "date"));
      assertEquals("Fri, 06 Jun 2025 09:08:08 GMT", header(get(sandbox, "/none"), "date"));
    }
  }

  @Test
  void mayBeTwoHoursAhead() {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
    try (CortexSandbox sandbox = CortexSandbox.builder().clock(ahead).start()) {
      Duration skew = Duration.between(Instant.now(), date(sandbox));
      assertTrue(skew.compareTo(Duration.ofMinutes(119)) > 0, skew::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isTheRealTimeWithoutAClock(boolean hasProxy) {
    CortexSandbox.Builder builder = CortexSandbox.builder();
    try (CortexSandbox sandbox =
        (hasProxy ? builder.faults(FaultScript.none()) : builder).start()) {
      Duration skew = Duration.between(date(sandbox), Instant.now());
      assertTrue(skew.abs().compareTo(Duration.ofMinutes(1)) < 0, skew::toString);
    }
  }

  @Test
  void aFaultChangesOrRemovesIt() throws Exception {
    try (CortexSandbox sandbox = CortexSandbox.builder().faults(FaultScript.none()).start();
        Socket socket = SandboxCaller.connect(SandboxCaller.port(sandbox))) {
      sandbox.faults(
          FaultScript.inOrder(
              Fault.none().header("date", "never"),
              Fault.status(503).header("Date", DATE).header("Retry-After", "1"),
              Fault.status(503).withoutHeader("Date"),
              Fault.drip(10, Duration.ZERO).header("Date", DATE).body("\r\n\r\nDate: x\r\n\r\n")));
      assertEquals("never", next(sandbox, socket).header("Date"));
      assertEquals(DATE, next(sandbox, socket).header("Date"));
      assertFalse(next(sandbox, socket).head().toLowerCase(Locale.ROOT).contains("date"));
      Wire last = next(sandbox, socket);
      assertEquals(DATE, last.header("Date"));
      assertEquals("\r\n\r\nDate: x\r\n\r\n", last.body());
    }
  }

  @Test
  void responsesThatBreakOffHaveIt() throws Exception {
    try (CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start()) {
      for (Fault fault :
          List.of(
              Fault.truncatedBody(), Fault.resetAfterHeaders(), Fault.statusLine("HTTP/1.1 200"))) {
        sandbox.faults(FaultScript.times(1, fault));
        assertEquals(DATE, FaultCaller.call(sandbox, RUNS).header("Date"), fault.toString());
      }
    }
  }

  private static Wire next(CortexSandbox sandbox, Socket socket) throws Exception {
    socket.getOutputStream().write(FaultCaller.request(sandbox, RUNS, ""));
    return FaultCaller.readOne(socket);
  }

  private static Instant date(CortexSandbox sandbox) {
    return ZonedDateTime.parse(
            String.valueOf(header(get(sandbox, RUNS), "date")),
            DateTimeFormatter.RFC_1123_DATE_TIME)
        .toInstant();
  }
}
