package ai.withcortex.client.watching;

import ai.withcortex.client.paging.FaultPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Options for what a watch polls, how often it polls, and when it ends. */
@Value.Immutable
public abstract class WatchOptions {
  /** The maximum value of {@link #window} and {@link #followLimit}. */
  public static final int GREATEST_WINDOW = 10_000;

  /** The maximum value of {@link #longestInterval}. */
  public static final Duration GREATEST_INTERVAL = Duration.ofDays(1);

  /**
   * The default options: polls the newest 200 items every 2 to 60 seconds, indefinitely, and
   * survives outages of up to one hour.
   */
  public static final WatchOptions DEFAULT = builder().build();

  WatchOptions() {}

  /** Returns a builder initialized with the {@link #DEFAULT} options. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns how many of the newest items to poll, including unreadable ones, from 1 to {@value
   * #GREATEST_WINDOW}. The default is 200.
   *
   * <p>Memory use and the size of positions grow with this number. Changes to older items are not
   * detected, unless the watch follows them; see {@link #followLimit}. If at least this many items
   * are added between two polls and all known items have ended, the watch reports a {@link
   * ChangeKind#GAP}.
   */
  @Value.Default
  public int window() {
    return 200;
  }

  /**
   * Returns how many of the newest items a poll reads at most to follow unfinished items, from 1 to
   * {@value #GREATEST_WINDOW}. The default is 1,000.
   *
   * <p>An item is followed if it was unfinished when the watch last saw it in the window. If the
   * item has left the window, each poll reads on until it finds the item; the further down the item
   * is, the more requests this takes. The watch stops following the item when it reports that the
   * item has ended or vanished, or when a poll has read this many items without finding it. In that
   * case, the watch reports a {@link ChangeKind#GAP}. If this limit is not greater than the {@link
   * #window}, there is a gap as soon as an unfinished item leaves the window.
   */
  @Value.Default
  public int followLimit() {
    return 1_000;
  }

  /**
   * Returns how long to wait after a poll that found changes. The wait must be longer than 0 and is
   * 2 seconds by default. After each poll that finds no changes, the wait grows by half.
   */
  @Value.Default
  public Duration shortestInterval() {
    return Duration.ofSeconds(2);
  }

  /**
   * Returns the longest wait between polls, which is also the wait after a failed poll. It can be
   * from the {@link #shortestInterval} to one day. The default is 60 seconds.
   */
  @Value.Default
  public Duration longestInterval() {
    return Duration.ofSeconds(60);
  }

  /** Returns the position to resume from, or null to start with the current items. */
  public abstract @Nullable WatchPosition position();

  /**
   * Returns whether the first poll of a watch without a {@link #position} reports all items in the
   * window as {@link ChangeKind#ADDED}. By default, only later changes to these items are reported.
   */
  @Value.Default
  public boolean reportsExisting() {
    return false;
  }

  /**
   * Returns the number of successful polls, at least 1, after which the watch ends, or null if
   * there is no limit.
   */
  public abstract @Nullable Long pollLimit();

  /**
   * Returns how long the watch runs from the start of its first poll, or null if there is no limit.
   * The duration must be greater than 0. The watch makes its last poll when the time is up. If a
   * poll fails with a {@code Retry-After} that goes beyond this time, there is no last poll: the
   * failure is thrown at once, because changes may have been missed.
   */
  public abstract @Nullable Duration timeLimit();

  /**
   * Returns how long polls may fail with transient errors before the watch ends, at least 0. The
   * default is one hour. During an outage, the watch polls at the {@link #longestInterval}, or when
   * the server's {@code Retry-After} allows it if that is later. Once this time has passed since
   * the first of the consecutive failures, the next failure is thrown. A failure whose {@code
   * Retry-After} goes beyond this time is thrown at once. With 0, the first failure is thrown.
   *
   * <p>Transient errors are {@link ai.withcortex.core.error.CortexApiException#isRetryable
   * retryable} error responses, {@link
   * ai.withcortex.core.error.CortexConnectionException#isRetryable retryable} connection failures,
   * and timeouts that remain after the client has retried the request according to its policy. All
   * other errors are thrown immediately, such as a bad certificate or https to a server that speaks
   * plain http.
   */
  @Value.Default
  public Duration outageLimit() {
    return Duration.ofHours(1);
  }

  /**
   * Returns how to handle unreadable items. The default is {@link FaultPolicy#FAIL}, which ends the
   * watch. Under other policies, an unreadable item keeps its last known state, and a new item is
   * reported once it can be read, unless all known items that came after it have left the window by
   * then. An item that the first poll could not read, or that moved up into the window while it was
   * unreadable, may be reported as {@link ChangeKind#ADDED} as well.
   *
   * <p>The watch identifies unreadable items by the {@code id} property of their JSON. If it is
   * absent or not a string, the item may be any known item that the poll does not find. In that
   * case, the watch reports a {@link ChangeKind#GAP} instead of a vanished item.
   */
  @Value.Default
  public FaultPolicy faults() {
    return FaultPolicy.FAIL;
  }

  /**
   * Returns a callback that receives the position of the watch after each poll, even if the poll
   * found nothing. The callback is called once all changes from the poll have been delivered: when
   * an iterator is asked for more, or when the action or subscriber has returned. It runs on the
   * threads that deliver changes, and if it throws, the watch ends.
   *
   * <p>If you save these positions as well, you do not miss anything that happens before the first
   * change. Do not save them if your subscriber only forwards changes, because a delivered change
   * may not have been processed yet.
   */
  @Value.Default
  public Consumer<? super WatchPosition> onPoll() {
    return position -> {};
  }

  /** Returns a builder initialized with the values of these options. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  @Value.Check
  void check() {
    requireInRange(window(), "window");
    requireInRange(followLimit(), "followLimit");
    requirePositive(shortestInterval(), "shortestInterval");
    if (longestInterval().compareTo(shortestInterval()) < 0
        || longestInterval().compareTo(GREATEST_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          String.format(
              "longestInterval must be from shortestInterval (%s) to %s but is %s",
              shortestInterval(), GREATEST_INTERVAL, longestInterval()));
    }
    Long polls = pollLimit();
    if (polls != null && polls < 1) {
      throw new IllegalArgumentException("pollLimit must be at least 1 but is " + polls);
    }
    requirePositive(timeLimit(), "timeLimit");
    if (outageLimit().isNegative()) {
      throw new IllegalArgumentException("outageLimit must be at least 0 but is " + outageLimit());
    }
  }

  private static void requireInRange(int items, String name) {
    if (items < 1 || items > GREATEST_WINDOW) {
      throw new IllegalArgumentException(
          name + " must be from 1 to " + GREATEST_WINDOW + " but is " + items);
    }
  }

  private static void requirePositive(@Nullable Duration duration, String name) {
    if (duration != null && (duration.isNegative() || duration.isZero())) {
      throw new IllegalArgumentException(name + " must be more than 0 but is " + duration);
    }
  }

  /** Builds {@link WatchOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableWatchOptions.Builder {
    Builder() {}

    /** Sets {@link WatchOptions#pollLimit()}; Java does not convert {@code int} to {@code Long}. */
    public Builder pollLimit(long polls) {
      return pollLimit(Long.valueOf(polls));
    }
  }
}
