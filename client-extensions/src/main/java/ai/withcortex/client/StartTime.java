package ai.withcortex.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time at which a start was begun, on the clocks of this machine. Immutable. */
final class StartTime {
  private final long nanos = System.nanoTime();
  private final long millis = System.currentTimeMillis();

  /**
   * Returns a time of the server that is not after the start.
   *
   * @param date the server's time in a response that has just arrived; null if it sent none
   */
  Instant before(@Nullable Instant date) {
    return date == null ? Instant.ofEpochMilli(millis) : date.minus(elapsed());
  }

  /** Returns the greater of two measures: one may stop while a phone sleeps, the other be set. */
  private Duration elapsed() {
    long monotonic = System.nanoTime() - nanos;
    long byClock = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - millis);
    return Duration.ofNanos(Math.max(monotonic, byClock));
  }
}
