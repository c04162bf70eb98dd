package ai.withcortex.client.paging;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the limits and usage of a walk. Requests are counted by the threads that send them, and
 * everything else is counted by the thread that walks.
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

  /** Returns a description of the limit that prevents another request, or null if there is none. */
  synchronized @Nullable String reached() {
    if (isSpent(options.requestLimit(), requests)) {
      return reached(options.requestLimit() + " requests");
    }
    return reachedByAnswers();
  }

  /**
   * Returns a description of the limit that prevents accepting another response to a request
   * already sent, or null if there is none.
   */
  synchronized @Nullable String reachedByAnswers() {
    return isSpent(options.byteLimit(), bytes)
        ? reached(options.byteLimit() + " bytes")
        : reachedByItems();
  }

  /**
   * Returns a description of the limit that prevents delivering another received item, or null if
   * there is none.
   */
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
    return "the limit of " + limit + " was reached";
  }

  /** Returns the time left, which is zero if the time is up, or null if there is no limit. */
  synchronized @Nullable Duration timeLeft() {
    Duration limit = options.timeLimit();
    if (limit == null || start == null) {
      return limit;
    }
    Duration left = limit.minusNanos(nanoTime.getAsLong() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Returns the number of items that may still be delivered. */
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

  /** Takes back a request that has ended before it was sent. */
  synchronized void notSent() {
    requests--;
  }

  /** Returns whether a request may be sent again, and counts the retry if so. */
  synchronized boolean takeRetry() {
    if (!takeRequest()) {
      return false;
    }
    retries++;
    return true;
  }

  /** Records that a limit prevented a retry. */
  synchronized void refuseRetry() {
    hasRefused = true;
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

  /** Returns the number of requests that were not taken back, excluding retries. */
  synchronized long requests() {
    return requests - retries;
  }

  synchronized long retries() {
    return retries;
  }
}
