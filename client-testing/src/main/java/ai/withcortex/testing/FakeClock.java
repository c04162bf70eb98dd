package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that does not move until a test moves it, for {@link CortexSandbox.Builder#clock} and for
 * your own code.
 *
 * <pre>{@code
 * FakeClock clock = FakeClock.at(Instant.parse("2025-06-13T09:00:00Z"));
 * try (CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start()) {
 *   assertEquals(RunStatus.PENDING, sandbox.runs("app_1", "work_1").get(0).status());
 *   clock.advance(Duration.ofMinutes(5));
 *   assertEquals(RunStatus.COMPLETED, sandbox.runs("app_1", "work_1").get(0).status());
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class FakeClock extends Clock {
  /** Shared with the clocks of other time zones. */
  private final AtomicReference<Instant> now;

  private final ZoneId zone;

  private FakeClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** Returns a clock that shows this time, in the zone UTC. */
  public static FakeClock at(Instant now) {
    return new FakeClock(new AtomicReference<>(requireNonNull(now, "now == null")), ZoneOffset.UTC);
  }

  /**
   * Moves the clock, and all clocks that {@link #withZone} made from it.
   *
   * @param duration not negative; time does not run backwards
   */
  public void advance(Duration duration) {
    if (requireNonNull(duration, "duration == null").isNegative()) {
      throw new IllegalArgumentException("duration must not be negative but is " + duration);
    }
    now.updateAndGet(time -> time.plus(duration));
  }

  @Override
  public Instant instant() {
    return requireNonNull(now.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** Returns a clock for another time zone that moves together with this one. */
  @Override
  public FakeClock withZone(ZoneId zone) {
    return new FakeClock(now, requireNonNull(zone, "zone == null"));
  }

  /** Returns the time that the clock shows, such as {@code 2025-06-13T09:00:00Z}. */
  @Override
  public String toString() {
    return instant().toString();
  }
}
