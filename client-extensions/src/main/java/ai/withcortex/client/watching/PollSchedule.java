package ai.withcortex.client.watching;

import ai.withcortex.client.internal.TransientFailures;
import ai.withcortex.client.internal.WaitTimer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides when the next poll is due and which poll is the last. */
final class PollSchedule {
  private final WatchOptions options;
  private final WaitTimer timer;
  private Duration interval;

  /** How long to wait after the end of the last poll. */
  private Duration wait = Duration.ZERO;

  private @Nullable Long start;
  private long lastEnd;

  /** Whether the time limit had already passed when the current poll started. */
  private boolean isLastPoll;

  /**
   * Whether the time limit had already passed when the last completed poll started, or will pass
   * before the server allows the next one.
   */
  private boolean isTimeUp;

  private long polls;

  /** When the first of the consecutive failures happened, or null if the last poll succeeded. */
  private @Nullable Long failingSince;

  PollSchedule(WatchOptions options, WaitTimer timer) {
    this.options = options;
    this.timer = timer;
    interval = options.shortestInterval();
  }

  /** Returns whether the last poll has been made. */
  boolean isOver() {
    Long limit = options.pollLimit();
    return isTimeUp || (limit != null && polls >= limit);
  }

  /** Returns the time until the next poll, or zero if it is due. */
  Duration untilNext() {
    if (start == null) {
      return Duration.ZERO;
    }
    Duration until = wait.minusNanos(timer.nanoTime() - lastEnd);
    Duration left = timeLeft();
    until = left != null && left.compareTo(until) < 0 ? left : until;
    return until.isNegative() ? Duration.ZERO : until;
  }

  void begins() {
    if (start == null) {
      start = timer.nanoTime();
    }
    Duration left = timeLeft();
    isLastPoll = left != null && left.compareTo(Duration.ZERO) <= 0;
  }

  void succeeded(boolean hasFound) {
    polls++;
    failingSince = null;
    Duration longer = interval.plus(interval.dividedBy(2));
    Duration longest = options.longestInterval();
    Duration grown = longer.compareTo(longest) < 0 ? longer : longest;
    interval = hasFound ? options.shortestInterval() : grown;
    ended(interval);
  }

  /** Returns whether polling continues despite the failure. */
  boolean survives(Throwable failure) {
    Duration asked = TransientFailures.untilRetryAfter(failure, timer.now());
    Duration longest = options.longestInterval();
    ended(asked.compareTo(longest) > 0 ? asked : longest);
    Duration left = timeLeft();
    isTimeUp |= left != null && !asked.isZero() && asked.compareTo(left) > 0;
    long since = failingSince == null ? lastEnd : failingSince;
    // A poll that must wait until the limit has passed would be the last one.
    Duration outage = Duration.ofNanos(lastEnd - since).plus(asked);
    boolean isOutage = outage.compareTo(options.outageLimit()) < 0;
    boolean survives = TransientFailures.include(failure) && isOutage && !isTimeUp;
    failingSince = survives ? (Long) since : null;
    return survives;
  }

  private void ended(Duration wait) {
    this.wait = wait;
    isTimeUp = isLastPoll;
    lastEnd = timer.nanoTime();
  }

  private @Nullable Duration timeLeft() {
    Duration limit = options.timeLimit();
    return limit == null || start == null ? null : limit.minusNanos(timer.nanoTime() - start);
  }
}
