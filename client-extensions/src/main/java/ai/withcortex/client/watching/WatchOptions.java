package ai.withcortex.client.watching;

import ai.withcortex.client.paging.FaultPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What a watch looks at, how often, and when it ends. */
@Value.Immutable
public abstract class WatchOptions {
  /** The greatest {@link #window}. */
  public static final int GREATEST_WINDOW = 10_000;

  /** The greatest {@link #longestInterval}. */
  public static final Duration GREATEST_INTERVAL = Duration.ofDays(1);

  /** The newest 200 items, every 2 to 60 seconds, without an end. */
  public static final WatchOptions DEFAULT = builder().build();

  WatchOptions() {}

  /** A builder that begins with the {@link #DEFAULT}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How many of the newest items are looked at, from 1 to {@value #GREATEST_WINDOW}; 200 by
   * default.
   *
   * <p>Memory and the size of a position grow with it. Changes of older items are not seen; if more
   * items than this come between two looks, there is a {@link ChangeKind#GAP}.
   */
  @Value.Default
  public int window() {
    return 200;
  }

  /**
   * How long a watch waits from the end of a look that has found something to the next one; more
   * than 0; 2 seconds by default. After a look that has found nothing it waits longer by half than
   * before.
   */
  @Value.Default
  public Duration shortestInterval() {
    return Duration.ofSeconds(2);
  }

  /**
   * How long a watch waits at most, and how long after a look that has failed; from the {@link
   * #shortestInterval} to a day; 60 seconds by default.
   */
  @Value.Default
  public Duration longestInterval() {
    return Duration.ofSeconds(60);
  }

  /** Where to go on; null to begin with what is there now. */
  public abstract @Nullable WatchPosition position();

  /**
   * Whether everything that is in the window at the first look of a watch without a {@link
   * #position} is told as {@link ChangeKind#ADDED}. By default that is not told: only what happens
   * to it later is.
   */
  @Value.Default
  public boolean tellsExisting() {
    return false;
  }

  /** After how many looks that did not fail the watch ends, at least 1; null for no such end. */
  public abstract @Nullable Long lookLimit();

  /**
   * After what time from its first look on the watch ends, more than 0; null for no such end. The
   * last look is made when the time is up.
   */
  public abstract @Nullable Duration timeLimit();

  /**
   * So many looks in a row may fail with what may pass, at least 0; 5 by default. The next such
   * failure is thrown.
   *
   * <p>What may pass are answers that are {@link ai.withcortex.core.CortexApiException#isRetryable
   * retryable}, failed connections and exceeded time limits, each after the client has repeated the
   * request as its policy says. Everything else is thrown at once.
   */
  @Value.Default
  public int failureLimit() {
    return 5;
  }

  /**
   * What happens with an item that cannot be read; {@link FaultPolicy#FAIL} by default, which ends
   * the watch. With another policy such an item keeps the state that it had, and one that is new is
   * told once it can be read. It is recognised by the property {@code id} of its JSON.
   */
  @Value.Default
  public FaultPolicy faults() {
    return FaultPolicy.FAIL;
  }

  /**
   * Hears where the watch stands after each look, be it that it has found nothing, once all its
   * changes are handed over: when an iterator is asked for more, or the action or subscriber has
   * returned. Called on the threads that changes are handed over on; what it throws ends the watch.
   *
   * <p>Whoever saves these positions, too, loses nothing that happens before the first change.
   * Subscribers that only pass changes on should not: handed over is not done.
   */
  @Value.Default
  public Consumer<? super WatchPosition> onLook() {
    return position -> {};
  }

  /** A builder with the values of these options. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  @Value.Check
  void check() {
    if (window() < 1 || window() > GREATEST_WINDOW) {
      throw new IllegalArgumentException(
          "window must be from 1 to " + GREATEST_WINDOW + " but is " + window());
    }
    requirePositive(shortestInterval(), "shortestInterval");
    if (longestInterval().compareTo(shortestInterval()) < 0
        || longestInterval().compareTo(GREATEST_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          String.format(
              "longestInterval must be from shortestInterval, which is %s, to %s but is %s",
              shortestInterval(), GREATEST_INTERVAL, longestInterval()));
    }
    Long looks = lookLimit();
    if (looks != null && looks < 1) {
      throw new IllegalArgumentException("lookLimit must be at least 1 but is " + looks);
    }
    Duration time = timeLimit();
    if (time != null) {
      requirePositive(time, "timeLimit");
    }
    if (failureLimit() < 0) {
      throw new IllegalArgumentException(
          "failureLimit must be at least 0 but is " + failureLimit());
    }
  }

  private static void requirePositive(Duration duration, String name) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be more than 0 but is " + duration);
    }
  }

  /** Builds {@link WatchOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableWatchOptions.Builder {
    Builder() {}
  }
}
