package ai.withcortex.client.watching;

import ai.withcortex.client.paging.FaultPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Options that say what a watch polls, how often, and when it ends. */
@Value.Immutable
public abstract class WatchOptions {
  /** The maximum of {@link #window}. */
  public static final int GREATEST_WINDOW = 10_000;

  /** The maximum of {@link #longestInterval}. */
  public static final Duration GREATEST_INTERVAL = Duration.ofDays(1);

  /** The newest 200 items, polled every 2 to 60 seconds, without an end. */
  public static final WatchOptions DEFAULT = builder().build();

  WatchOptions() {}

  /** Returns a builder that starts with the {@link #DEFAULT}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns how many of the newest items to poll, from 1 to {@value #GREATEST_WINDOW}; 200 by
   * default.
   *
   * <p>Memory use and the size of a position grow with it. Changes of older items are not seen; if
   * more items than this are added between two polls, the watch reports a {@link ChangeKind#GAP}.
   */
  @Value.Default
  public int window() {
    return 200;
  }

  /**
   * Returns how long a watch waits after a poll that found something until the next poll; more than
   * 0; 2 seconds by default. After each poll that finds nothing, the wait grows by half.
   */
  @Value.Default
  public Duration shortestInterval() {
    return Duration.ofSeconds(2);
  }

  /**
   * Returns the longest wait between polls, which is also the wait after a failed poll; from the
   * {@link #shortestInterval} to a day; 60 seconds by default.
   */
  @Value.Default
  public Duration longestInterval() {
    return Duration.ofSeconds(60);
  }

  /** Returns the position to resume from; null to start with the current items. */
  public abstract @Nullable WatchPosition position();

  /**
   * Returns whether the first poll of a watch without a {@link #position} reports all items in the
   * window as {@link ChangeKind#ADDED}. By default it does not; only later changes to them are
   * reported.
   */
  @Value.Default
  public boolean reportsExisting() {
    return false;
  }

  /** Returns after how many successful polls the watch ends, at least 1; null for no limit. */
  public abstract @Nullable Long pollLimit();

  /**
   * Returns how long the watch lasts from the start of its first poll, more than 0; null for no
   * limit. The watch makes its last poll when the time is up.
   */
  public abstract @Nullable Duration timeLimit();

  /**
   * Returns how many polls in a row may fail with a transient error, at least 0; 5 by default. The
   * next such failure is thrown.
   *
   * <p>Transient errors are {@link ai.withcortex.core.error.CortexApiException#isRetryable
   * retryable} answers, failed connections and exceeded time limits, each after the client has
   * retried the request according to its policy. All other errors are thrown at once.
   */
  @Value.Default
  public int failureLimit() {
    return 5;
  }

  /**
   * Returns how to handle an item that cannot be read; {@link FaultPolicy#FAIL} by default, which
   * ends the watch. With another policy such an item keeps its last known state, and a new one is
   * reported once it can be read. The watch recognises the item by the property {@code id} of its
   * JSON.
   */
  @Value.Default
  public FaultPolicy faults() {
    return FaultPolicy.FAIL;
  }

  /**
   * Returns a callback for the position of the watch after each poll, even one that found nothing,
   * once all its changes have been handed over: when an iterator is asked for more, or when the
   * action or subscriber has returned. It is called on the threads that hand over changes; an
   * exception of the callback ends the watch.
   *
   * <p>If you save these positions too, you lose nothing that happens before the first change. Do
   * not save them in a subscriber that only passes changes on: a change that was handed over may
   * not be processed yet.
   */
  @Value.Default
  public Consumer<? super WatchPosition> onPoll() {
    return position -> {};
  }

  /** Returns a builder with the values of these options. */
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
    Long polls = pollLimit();
    if (polls != null && polls < 1) {
      throw new IllegalArgumentException("pollLimit must be at least 1 but is " + polls);
    }
    requirePositive(timeLimit(), "timeLimit");
    if (failureLimit() < 0) {
      throw new IllegalArgumentException(
          "failureLimit must be at least 0 but is " + failureLimit());
    }
  }

  private static void requirePositive(@Nullable Duration duration, String name) {
    if (duration != null && (duration.isNegative() || duration.isZero())) {
      throw new IllegalArgumentException(name + " must be more than 0 but is " + duration);
    }
  }

  /** Builds {@link WatchOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableWatchOptions.Builder {
    Builder() {}
  }
}
