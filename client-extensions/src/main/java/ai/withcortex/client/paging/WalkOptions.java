package ai.withcortex.client.paging;

import java.time.Duration;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Options for how a walk reads a list and when it stops before the end.
 *
 * <p>Reaching a limit is not a failure. The walk ends as if the list had ended, its verdict is
 * {@link Verdict#INCOMPLETE} with the limit as the reason, and you can resume from its checkpoint.
 */
@Value.Immutable
public abstract class WalkOptions {
  /** The maximum value of {@link #prefetch}. */
  public static final int GREATEST_PREFETCH = 64;

  /** A listener that ignores the receipt, so the walk does not need to build one. */
  static final Consumer<Object> NO_LISTENER = receipt -> {};

  /** The default options: exact mode, one request at a time, and no limits. */
  public static final WalkOptions DEFAULT = builder().build();

  WalkOptions() {}

  /** Returns a builder initialized with the {@link #DEFAULT} options. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns how pages are read. The default is {@link WalkMode#EXACT}. */
  @Value.Default
  public WalkMode mode() {
    return WalkMode.EXACT;
  }

  /**
   * Returns the number of requests that may be in flight while the caller processes earlier items,
   * from 0 to {@value #GREATEST_PREFETCH}. With 0, the default, a request is sent only when the
   * caller needs its items.
   *
   * <p>Prefetching does not affect the order or exactness of a walk. Requests that turn out to be
   * unnecessary are canceled.
   */
  @Value.Default
  public int prefetch() {
    return 0;
  }

  /** Returns how long the walk may take from its first request, or null if there is no limit. */
  public abstract @Nullable Duration timeLimit();

  /**
   * Returns the maximum number of requests to send, including retries, or null if there is no
   * limit. With a limit of 1, a walk does not request page 0 before it delivers page 1. With a
   * higher one, it may need both pages first, and delivers nothing if retries use up the limit.
   */
  public abstract @Nullable Long requestLimit();

  /** Returns the maximum number of items to deliver, or null if there is no limit. */
  public abstract @Nullable Long itemLimit();

  /**
   * Returns the number of decompressed response bytes after which no more pages are requested, or
   * null if there is no limit. Items that have been received by then are still delivered.
   */
  public abstract @Nullable Long byteLimit();

  /** Returns how to handle unreadable items. The default is {@link FaultPolicy#FAIL}. */
  @Value.Default
  public FaultPolicy faults() {
    return FaultPolicy.FAIL;
  }

  /** Returns the checkpoint to resume from, or null to start at the beginning of the list. */
  public abstract @Nullable Checkpoint checkpoint();

  /**
   * Returns a callback that receives the receipt. It is called once, on the thread that ends the
   * walk: at the end of the list, at a limit, or when the walk is closed or canceled. A failure
   * also ends the walk of a future or subscription, which cannot retry, but not the walk of an
   * iterator.
   */
  @Value.Default
  public Consumer<? super Receipt> onEnd() {
    return NO_LISTENER;
  }

  /** Returns a builder initialized with the values of these options. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  @Value.Check
  void check() {
    if (prefetch() < 0 || prefetch() > GREATEST_PREFETCH) {
      throw new IllegalArgumentException(
          "prefetch must be from 0 to " + GREATEST_PREFETCH + " but is " + prefetch());
    }
    Duration time = timeLimit();
    if (time != null && (time.isNegative() || time.isZero())) {
      throw new IllegalArgumentException("timeLimit must be more than 0 but is " + time);
    }
    requirePositive(requestLimit(), "requestLimit");
    requirePositive(itemLimit(), "itemLimit");
    requirePositive(byteLimit(), "byteLimit");
  }

  private static void requirePositive(@Nullable Long limit, String name) {
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException(name + " must be at least 1 but is " + limit);
    }
  }

  /** Builds {@link WalkOptions}. Not thread-safe. */
  public static final class Builder extends ImmutableWalkOptions.Builder {
    Builder() {}

    /**
     * Sets {@link WalkOptions#requestLimit()}; Java does not convert {@code int} to {@code Long}.
     */
    public Builder requestLimit(long requests) {
      return requestLimit(Long.valueOf(requests));
    }

    /** Sets {@link WalkOptions#itemLimit()}; Java does not convert {@code int} to {@code Long}. */
    public Builder itemLimit(long items) {
      return itemLimit(Long.valueOf(items));
    }

    /** Sets {@link WalkOptions#byteLimit()}; Java does not convert {@code int} to {@code Long}. */
    public Builder byteLimit(long bytes) {
      return byteLimit(Long.valueOf(bytes));
    }
  }
}
