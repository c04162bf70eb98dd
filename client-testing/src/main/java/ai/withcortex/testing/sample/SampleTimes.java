package ai.withcortex.testing.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Generates the creation times of runs, from newest to oldest. One run per day is created at
 * midnight, as if by a schedule. The other times have 0 to 9 fractional digits.
 */
final class SampleTimes {
  private static final int[] DIGITS = {0, 0, 1, 2, 3, 3, 3, 6, 6, 9};

  private final SampleRandom random;
  private final int greatestGapSeconds;
  private Instant time;

  SampleTimes(SampleRandom random, Instant newest, int greatestGapSeconds) {
    this.random = random;
    this.time = newest;
    this.greatestGapSeconds = greatestGapSeconds;
  }

  Instant next() {
    Instant earlier = time.minusSeconds(random.between(60, greatestGapSeconds));
    Instant midnight = time.truncatedTo(ChronoUnit.DAYS);
    boolean passesMidnight = earlier.isBefore(midnight) && midnight.isBefore(time);
    time =
        passesMidnight ? midnight : earlier.truncatedTo(ChronoUnit.SECONDS).plusNanos(fraction());
    return time;
  }

  /** Returns midnight of the day before the most recently returned time. */
  Instant dayBefore() {
    return time.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);
  }

  private int fraction() {
    int digits = DIGITS[random.between(0, DIGITS.length - 1)];
    int scale = (int) Math.pow(10, 9 - digits);
    return digits == 0 ? 0 : random.between(1, 1_000_000_000 / scale - 1) * scale;
  }
}
