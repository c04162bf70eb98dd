package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits of one call in addition to those of the configuration, such as the rest of a budget that
 * several calls share.
 */
public final class CallLimits {
  /** Adds nothing to the limits of the configuration. */
  public static final CallLimits NONE =
      new CallLimits(Duration.ofNanos(Long.MAX_VALUE), () -> true, null, false);

  final Duration total;
  final BooleanSupplier mayRetry;
  private final @Nullable CompletableFuture<?> end;
  final boolean acceptsUnread;

  private CallLimits(
      Duration total,
      BooleanSupplier mayRetry,
      @Nullable CompletableFuture<?> end,
      boolean acceptsUnread) {
    this.total = total;
    this.mayRetry = mayRetry;
    this.end = end;
    this.acceptsUnread = acceptsUnread;
  }

  /**
   * Returns a copy with a limit for all attempts and the delays between them; it must be positive.
   */
  public CallLimits total(Duration total) {
    if (requireNonNull(total, "total == null").isNegative() || total.isZero()) {
      throw new IllegalArgumentException("total must be positive but is " + total);
    }
    return new CallLimits(total, mayRetry, end, acceptsUnread);
  }

  /**
   * Returns a copy with a condition for each attempt after the first. It is evaluated once before
   * each, on any thread, and must not block; if it is false, the previous failure is final.
   */
  public CallLimits mayRetry(BooleanSupplier mayRetry) {
    requireNonNull(mayRetry, "mayRetry == null");
    return new CallLimits(total, mayRetry, end, acceptsUnread);
  }

  /**
   * Returns a copy with an external end: once the future completes, in any way, the call is
   * canceled. The future keeps the call in memory as long as it is reachable.
   */
  public CallLimits until(CompletableFuture<?> end) {
    return new CallLimits(total, mayRetry, requireNonNull(end, "end == null"), acceptsUnread);
  }

  /**
   * Returns a copy for a call that returns a list and accepts unreadable elements: these are in
   * {@link PartialList#unread()} and do not fail the call.
   */
  public CallLimits acceptingUnread() {
    return new CallLimits(total, mayRetry, end, true);
  }

  void onEnd(Runnable action) {
    if (end != null) {
      CompletableFuture<?> unused = end.whenComplete((any, failure) -> action.run());
    }
  }
}
