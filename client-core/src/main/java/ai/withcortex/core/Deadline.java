package ai.withcortex.core;

import java.time.Duration;

/** The time by which a call must end, including all attempts. */
final class Deadline {
  private final TimeAndChance time;
  private final long start;
  private final long totalNanos;

  Deadline(TimeAndChance time, Duration total) {
    this.time = time;
    this.start = time.nanoTime();
    this.totalNanos = total.toNanos();
  }

  long totalNanos() {
    return totalNanos;
  }

  /** Returns the time that is left, negative after the deadline. */
  long remainingNanos() {
    return totalNanos - (time.nanoTime() - start);
  }
}
