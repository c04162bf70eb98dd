package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks a time limit: OkHttp stores it as an int of milliseconds. */
final class DurationRule {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  static Duration check(String option, @Nullable Duration value) {
    requireNonNull(value, option + " == null");
    if (value.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "Expected " + option + " of at least 1 ms, found " + value + "; give a longer one.");
    }
    if (value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "Expected "
              + option
              + " of at most 2147483647 ms (24 days), found "
              + value
              + "; give a shorter one.");
    }
    return value;
  }

  private DurationRule() {}
}
