package ai.withcortex.client.paging;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a walk may use, and has used. Requests are counted by the threads that send them, everything
 * else by the one that walks.
 */
final class Limits {
  private final WalkOptions options;
  private final LongSupplier nanoTime;
  private long start;
  private boolean hasStarted;
  private long requests;
  private long retries;
  private boolean hasRefused;
  private long items;
  private long bytes;

  Limits(WalkOptions options, LongSupplier nanoTime) {
    this.options = options;
    this.nanoTime = nanoTime;
  }

  /** Which limit is reached, in words; null if none is. */
  synchronized @Nullable String reached() {
    String reached = reachedByItems();
    return reached == null && isSpent(options.requestLimit(), requests)
        ? reached(options.requestLimit() + " requests")
        : reached;
  }

  /**
   * The same for what has been received already, to which the limit of requests is of no matter.
   */
  synchronized @Nullable String reachedByItems() {
    if (isSpent(options.itemLimit(), items)) {
      return reached(options.itemLimit() + " items");
    }
    if (isSpent(options.byteLimit(), bytes)) {
      return reached(options.byteLimit() + " bytes");
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

  /** Zero when nothing is left; null without a limit. */
  synchronized @Nullable Duration timeLeft() {
    Duration limit = options.timeLimit();
    if (limit == null || !hasStarted) {
      return limit;
    }
    Duration left = limit.minusNanos(nanoTime.getAsLong() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether another request may be sent, which then counts. */
  synchronized boolean takeRequest() {
    if (!hasStarted) {
      hasStarted = true;
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

  /** Whether a request was not repeated because of a limit. */
  synchronized boolean hasRefusedRetry() {
    return hasRefused;
  }

  synchronized void received(@Nullable Long bytes) {
    this.bytes += bytes == null ? 0 : bytes;
  }

  synchronized void delivered() {
    items++;
  }

  /** How many requests were sent, without the retries. */
  synchronized long requests() {
    return requests - retries;
  }

  synchronized long retries() {
    return retries;
  }
}
