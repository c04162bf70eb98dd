package ai.withcortex.testing.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Creates times for runs that are inserted between other runs. */
final class InsertionTimes {
  // The earliest and latest times that the API can send.
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** One second after the newest numbered run was created. */
  static final Instant NOW = Instant.parse("2025-06-13T16:40:00Z");

  private InsertionTimes() {}

  /**
   * Returns the time one second after the given time, but no later than {@link #LAST}; returns
   * {@link #NOW} for null.
   */
  static Instant newerThan(@Nullable Instant time) {
    return time == null ? NOW : secondsAfter(time, 1);
  }

  static Instant secondsAfter(Instant time, int seconds) {
    return time.isBefore(LAST.minusSeconds(seconds)) ? time.plusSeconds(seconds) : LAST;
  }

  /**
   * Returns the midpoint of two times, which is one of them if there is no time in between.
   *
   * @param newer the newer time, or null if only runs without a time can follow
   * @param older the older time, or null if there is none; the result is then one second before the
   *     newer time
   */
  static @Nullable Instant of(@Nullable Instant newer, @Nullable Instant older) {
    if (newer == null) {
      return null;
    }
    if (older == null) {
      return newer.isAfter(FIRST.plusSeconds(1)) ? newer.minusSeconds(1) : FIRST;
    }
    return older.plus(Duration.between(older, newer).dividedBy(2));
  }
}
