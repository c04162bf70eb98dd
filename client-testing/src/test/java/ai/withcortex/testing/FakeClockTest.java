package ai.withcortex.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.model.RunStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class FakeClockTest {
  private final FakeClock clock = FakeClock.at(Instant.parse("2025-06-13T09:00:00Z"));

  @Test
  void standsStillUntilItIsMoved() {
    assertEquals(clock.instant(), clock.instant());
    clock.advance(Duration.ofDays(2));
    clock.advance(Duration.ZERO);
    assertEquals(Instant.parse("2025-06-15T09:00:00Z"), clock.instant());
    assertEquals("2025-06-15T09:00:00Z", clock.toString());
  }

  @Test
  void letsRunsProgress() {
    FakeClock clock = FakeClock.at(Instant.parse("2025-06-13T09:00:00Z"));
    try (CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start()) {
      assertEquals(RunStatus.PENDING, sandbox.runs("app_1", "work_1").get(0).status());
      clock.advance(Duration.ofMinutes(5));
      assertEquals(RunStatus.COMPLETED, sandbox.runs("app_1", "work_1").get(0).status());
    }
  }

  @Test
  void movesTogetherInAllZones() {
    ZoneId zone = ZoneId.of("Asia/Kolkata");
    Clock other = clock.withZone(zone);
    clock.advance(Duration.ofSeconds(1));
    assertEquals(clock.instant(), other.instant());
    assertEquals(ZoneOffset.UTC, clock.getZone());
    assertEquals(zone, other.getZone());
  }

  @Test
  void refusesToMoveBackwards() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> clock.advance(Duration.ofSeconds(-1)));
    assertEquals("duration must not be negative but is PT-1S", e.getMessage());
  }
}
