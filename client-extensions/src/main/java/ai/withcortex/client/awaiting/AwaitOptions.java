package ai.withcortex.client.awaiting;

import ai.withcortex.api.GetRunOptions;
import java.time.Duration;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Options for how to wait until a run has ended. */
@Value.Immutable
public abstract class AwaitOptions {
  /** The maximum value of {@link #longestInterval}. */
  public static final Duration GREATEST_INTERVAL = Duration.ofDays(1);

  /**
   * The default options: polls every 1 to 30 seconds, without a time limit, and survives outages of
   * up to one hour.
   */
  public static final AwaitOptions DEFAULT = builder().build();

  AwaitOptions() {}

  /** Returns a builder initialized with the {@link #DEFAULT} options. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns how long to wait for the end of the run, or null if there is no limit, which is the
   * default. The duration must be greater than 0. Once it has passed, the await ends with a {@link
   * ai.withcortex.core.error.CortexTimeoutException}, even if a request is in flight.
   */
  public abstract @Nullable Duration timeLimit();

  /**
   * Returns how long to wait between the first two polls. The duration must be longer than 0 and is
   * 1 second by default. After each poll, the interval grows by half. So that clients do not poll
   * in step, each wait is up to 10 percent shorter or longer than the interval.
   */
  @Value.Default
  public Duration shortestInterval() {
    return Duration.ofSeconds(1);
  }

  /**
   * Returns the longest interval between polls. It can be from the {@link #shortestInterval} to one
   * day. The default is 30 seconds.
   */
  @Value.Default
  public Duration longestInterval() {
    return Duration.ofSeconds(30);
  }

  /**
   * Returns how long polls may fail with transient errors before the await ends, at least 0. The
   * default is one hour. During an outage, the await polls at its intervals, or when the server's
   * {@code Retry-After} allows it if that is later. Once this time has passed since the first of
   * the consecutive failures, the next failure is thrown. A failure whose {@code Retry-After} goes
   * beyond this time is thrown at once. With 0, the first failure is thrown.
   *
   * <p>Transient errors are those that a {@linkplain
   * ai.withcortex.client.watching.WatchOptions#outageLimit watch} survives. All other errors are
   * thrown immediately, such as a rejected API key or a run that does not exist.
   */
  @Value.Default
  public Duration outageLimit() {
    return Duration.ofHours(1);
  }

  /**
   * Returns which parts the ended run includes. By default, it includes no parts that the API omits
   * unless asked. Any other choice takes one more request once the run has ended.
   */
  @Value.Default
  public GetRunOptions runOptions() {
    return GetRunOptions.builder().build();
  }

  /** Returns the listener that is told about the progress of the run, or null if there is none. */
  public abstract @Nullable ProgressListener listener();

  /** Returns a builder initialized with the values of these options. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  @Value.Check
  void check() {
    requirePositive(timeLimit(), "timeLimit");
    requirePositive(shortestInterval(), "shortestInterval");
    if (longestInterval().compareTo(shortestInterval()) < 0
        || longestInterval().compareTo(GREATEST_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          String.format(
              "longestInterval must be from shortestInterval (%s) to %s but is %s",
              shortestInterval(), GREATEST_INTERVAL, longestInterval()));
    }
    if (outageLimit().isNegative()) {
      throw new IllegalArgumentException("outageLimit must be at least 0 but is " + outageLimit());
    }
  }

  private static void requirePositive(@Nullable Duration duration, String name) {
    if (duration != null && (duration.isNegative() || duration.isZero())) {
      throw new IllegalArgumentException(name + " must be more than 0 but is " + duration);
    }
  }

  /** Builds {@link AwaitOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableAwaitOptions.Builder {
    Builder() {}
  }
}
