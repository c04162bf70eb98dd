package ai.withcortex.client.internal.awaiting;

import ai.withcortex.client.awaiting.AwaitOptions;
import ai.withcortex.client.internal.TransientFailures;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an await polls and when it ends. All times are in nanoseconds since any fixed
 * moment. Not thread-safe.
 */
final class AwaitSchedule {
  /** How much a wait may differ from the interval, at most, as a part of it. */
  private static final double JITTER = 0.1;

  /** Longer than any program runs, and short enough to be added to a time. */
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE / 4);

  private final long longestInterval;
  private final long outageLimit;
  private final DoubleSupplier random;
  private long interval;

  /** When the await ends at the latest. */
  final long deadline;

  /** When the next poll is due. */
  private long due;

  /** When the last poll ended, or the await began. */
  private long last;

  /** When the first of the consecutive failures happened, or null if the last poll succeeded. */
  private @Nullable Long failingSince;

  /**
   * @param isSeen whether the run has been seen just now, so that the first poll can wait
   * @param random returns numbers from 0 (inclusive) to 1 (exclusive)
   */
  AwaitSchedule(AwaitOptions options, boolean isSeen, long now, DoubleSupplier random) {
    this.random = random;
    longestInterval = nanos(options.longestInterval());
    outageLimit = nanos(options.outageLimit());
    interval = nanos(options.shortestInterval());
    Duration limit = options.timeLimit();
    deadline = now + nanos(limit == null ? FOREVER : limit);
    last = now;
    due = isSeen ? now + jittered() : now;
  }

  private static long nanos(Duration duration) {
    return (duration.compareTo(FOREVER) < 0 ? duration : FOREVER).toNanos();
  }

  private long jittered() {
    return (long) (interval * (1 - JITTER + 2 * JITTER * random.getAsDouble()));
  }

  long due() {
    return due;
  }

  boolean isDue(long now) {
    return due <= now;
  }

  /** Returns whether half of the interval has passed, so that a poll for others can be used. */
  boolean isSoonDue(long now) {
    return now - last >= interval / 2;
  }

  /** Makes the next poll due, whatever the interval. */
  void hurry(long now) {
    due = now;
  }

  void succeeded(long now) {
    failingSince = null;
    ended(now, 0);
  }

  /** Returns whether polling continues despite a failure of a request. */
  boolean survives(Throwable failure, long asked, long now) {
    long since = failingSince == null ? now : failingSince;
    failingSince = since;
    ended(now, asked);
    // A poll that must wait until the limit has passed would be the last one.
    return TransientFailures.include(failure) && now - since + asked < outageLimit;
  }

  /** Counts a request that ended without an answer, for no fault of the server's. */
  void missed(long now) {
    ended(now, 0);
  }

  /** The interval does not grow after a poll that came too early, for the sake of other awaits. */
  private void ended(long now, long leastWait) {
    if (now - last >= (long) (interval * (1 - JITTER)) || isDue(now)) {
      interval = Math.min(longestInterval, interval + interval / 2);
    }
    last = now;
    due = now + Math.max(jittered(), leastWait);
  }
}
