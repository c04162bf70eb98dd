package ai.withcortex.client.paging;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The limits and the usage of a walk. The threads that send requests count those; the thread that
 * walks counts everything else.
 */
final class WalkLimits {
  private final WalkOptions options;
  private final LongSupplier nanoTime;
  private @Nullable Long start;
  private long requests;
  private long retries;
  private boolean hasRefused;
  private long items;
  private long bytes;

  WalkLimits(WalkOptions options, LongSupplier nanoTime) {
    this.options = options;
    this.nanoTime = nanoTime;
  }

  /** Returns a description of the limit that forbids another request; null if none does. */
  synchronized @Nullable String reached() {
    if (isSpent(options.requestLimit(), requests)) {
      return reached(options.requestLimit() + " requests");
    }
    return reachedByAnswers();
  }

  /**
   * Returns the limit that forbids accepting another answer to a request already sent; null if none
   * does.
   */
  synchronized @Nullable String reachedByAnswers() {
    return isSpent(options.byteLimit(), bytes)
        ? reached(options.byteLimit() + " bytes")
        : reachedByItems();
  }

  /** Returns the limit that forbids delivering another received item; null if none does. */
  synchronized @Nullable String reachedByItems() {
    if (isSpent(options.itemLimit(), items)) {
      return reached(options.itemLimit() + " items");
    }
    Duration left = timeLeft();
    return left != null && left.isZero() ? reached(String.valueOf(options.timeLimit())) : null;
  }

  private static boolean isSpent(@Nullable Long limit, long used) {
    return limit != null && used >= limit;
  }

  private static String reached(String limit) {
    return "the limit of " + limit + " is reached";
  }

  /** Returns zero if no time is left; null without a limit. */
  synchronized @Nullable Duration timeLeft() {
    Duration limit = options.timeLimit();
    if (limit == null || start == null) {
      return limit;
    }
    Duration left = limit.minusNanos(nanoTime.getAsLong() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Returns how many more items may be delivered. */
  synchronized long itemsLeft() {
    Long limit = options.itemLimit();
    return limit == null ? Long.MAX_VALUE : limit - items;
  }

  /** Returns whether another request may be sent, and counts it if so. */
  synchronized boolean takeRequest() {
    if (start == null) {
      start = nanoTime.getAsLong();
    }
    if (isSpent(options.requestLimit(), requests)) {
      return false;
    }
    requests++;
    return true;
  }

  synchronized boolean takeRetry() {
    if (!takeRequest()) {
      hasRefused = true;
      return false;
    }
    retries++;
    return true;
  }

  /** Returns whether a limit prevented a retry. */
  synchronized boolean hasRefusedRetry() {
    return hasRefused;
  }

  synchronized void received(@Nullable Long bytes) {
    this.bytes += bytes == null ? 0 : bytes;
  }

  synchronized void delivered() {
    items++;
  }

  /** Returns how many requests were sent, retries excluded. */
  synchronized long requests() {
    return requests - retries;
  }

  synchronized long retries() {
    return retries;
  }
}
