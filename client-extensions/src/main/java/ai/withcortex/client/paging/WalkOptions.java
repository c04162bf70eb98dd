package ai.withcortex.client.paging;

import java.time.Duration;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Options that say how a walk reads a list, and when it stops before the end.
 *
 * <p>Reaching a limit is not a failure: the walk ends as if the list had ended, its verdict is
 * {@link Verdict#INCOMPLETE} with the limit as the reason, and you can resume from its checkpoint.
 */
@Value.Immutable
public abstract class WalkOptions {
  /** The maximum of {@link #prefetch}. */
  public static final int GREATEST_PREFETCH = 64;

  /** Ignores the receipt, so that the walk does not need to build one. */
  static final Consumer<Object> NO_LISTENER = receipt -> {};

  /** Exact, one request at a time, without limits. */
  public static final WalkOptions DEFAULT = builder().build();

  WalkOptions() {}

  /** Returns a builder that starts with the {@link #DEFAULT}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns how pages are read; {@link WalkMode#EXACT} by default. */
  @Value.Default
  public WalkMode mode() {
    return WalkMode.EXACT;
  }

  /**
   * Returns how many requests may be in flight while the caller processes earlier items, from 0 to
   * {@value #GREATEST_PREFETCH}. With 0, the default, a request is sent only when the caller needs
   * its items.
   *
   * <p>Prefetching changes neither the order nor the exactness. Requests that turn out to be
   * useless are canceled.
   */
  @Value.Default
  public int prefetch() {
    return 0;
  }

  /** Returns how long the walk may take, counted from its first request; null for no limit. */
  public abstract @Nullable Duration timeLimit();

  /** Returns how many requests may be sent, retries included; null for no limit. */
  public abstract @Nullable Long requestLimit();

  /** Returns the maximum number of items to deliver; null for no limit. */
  public abstract @Nullable Long itemLimit();

  /**
   * Returns after how many bytes of decompressed answers no further page is requested; null for no
   * limit. Items received by then are still delivered.
   */
  public abstract @Nullable Long byteLimit();

  /** Returns how to handle an item that cannot be read; {@link FaultPolicy#FAIL} by default. */
  @Value.Default
  public FaultPolicy faults() {
    return FaultPolicy.FAIL;
  }

  /** Returns the checkpoint to resume from; null to start at the beginning of the list. */
  public abstract @Nullable Checkpoint checkpoint();

  /**
   * Returns a callback for the receipt. It is called once when a walk ends, on the thread that ends
   * it: at the end of the list, at a limit, and on close or cancellation. A failure ends futures
   * and subscriptions, which cannot retry, but not an iterator.
   */
  @Value.Default
  public Consumer<? super Receipt> onEnd() {
    return NO_LISTENER;
  }

  /** Returns a builder with the values of these options. */
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

  /** Builds {@link WalkOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableWalkOptions.Builder {
    Builder() {}
  }
}
