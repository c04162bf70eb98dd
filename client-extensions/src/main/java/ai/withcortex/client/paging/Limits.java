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
  private @Nullable Long start;
  private long requests;
  private long retries;
  private boolean hasRefused;
  private long items;
  private long bytes;

  Limits(WalkOptions options, LongSupplier nanoTime) {
    this.options = options;
    this.nanoTime = nanoTime;
  }

  /** Which limit forbids another request, in words; null if none does. */
  synchronized @Nullable String reached() {
    if (isSpent(options.requestLimit(), requests)) {
      return reached(options.requestLimit() + " requests");
    }
    return reachedByAnswers();
  }

  /** The same for the answer to a request that was sent already. */
  synchronized @Nullable String reachedByAnswers() {
    return isSpent(options.byteLimit(), bytes)
        ? reached(options.byteLimit() + " bytes")
        : reachedByItems();
  }

  /** The same for the next item of what has been received. */
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

  /** Zero when nothing is left; null without a limit. */
  synchronized @Nullable Duration timeLeft() {
    Duration limit = options.timeLimit();
    if (limit == null || start == null) {
      return limit;
    }
    Duration left = limit.minusNanos(nanoTime.getAsLong() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** How many items may still be delivered. */
  synchronized long itemsLeft() {
    Long limit = options.itemLimit();
    return limit == null ? Long.MAX_VALUE : limit - items;
  }

  /** Whether another request may be sent, which then counts. */
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
