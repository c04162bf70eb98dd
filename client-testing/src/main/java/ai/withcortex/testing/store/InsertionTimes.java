package ai.withcortex.testing.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Invents times for runs that are inserted between others. */
final class InsertionTimes {
  // The range of years that the API can send.
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** When the newest numbered run was created, plus one second. */
  static final Instant NOW = Instant.parse("2025-06-13T16:40:00Z");

  private InsertionTimes() {}

  /** Returns one second after a time, or the last possible time; some time if it is null. */
  static Instant newerThan(@Nullable Instant time) {
    return time == null ? NOW : secondsAfter(time, 1);
  }

  static Instant secondsAfter(Instant time, int seconds) {
    return time.isBefore(LAST.minusSeconds(seconds)) ? time.plusSeconds(seconds) : LAST;
  }

  /**
   * Returns the middle of two times, which is one of them if none lies in between.
   *
   * @param newer null if only runs without a time can follow
   * @param older null if there is none, so that one second before the newer one will do
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
