package ai.withcortex.core.call;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The time by which a call must end, including all attempts. */
public final class Deadline {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  /** Checks that a time limit is in OkHttp's range, which is that of an int in milliseconds. */
  public static Duration check(String option, @Nullable Duration value) {
    requireNonNull(value, option + " == null");
    if (value.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "Expected "
              + option
              + " to be at least 1 ms, found "
              + value
              + "; use a longer duration.");
    }
    if (value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Expected "
              + option
              + " to be at most 2147483647 ms (24 days), found "
              + value
              + "; use a shorter duration.");
    }
    return value;
  }

  private final TimeSource time;
  private final long start;
  private final long totalNanos;

  public Deadline(TimeSource time, Duration total) {
    this.time = time;
    this.start = time.nanoTime();
    this.totalNanos = total.toNanos();
  }

  public long totalNanos() {
    return totalNanos;
  }

  /** Returns the remaining time, which is negative after the deadline. */
  public long remainingNanos() {
    return totalNanos - (time.nanoTime() - start);
  }
}
