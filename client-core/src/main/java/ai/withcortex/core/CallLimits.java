package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits of one call that come on top of those of the configuration, such as what is left of a
 * budget that several calls share.
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

  /** The same with a limit for all attempts and the delays between them, more than zero. */
  public CallLimits total(Duration total) {
    if (requireNonNull(total, "total == null").isNegative() || total.isZero()) {
      throw new IllegalArgumentException("total must be more than 0 but is " + total);
    }
    return new CallLimits(total, mayRetry, end, acceptsUnread);
  }

  /**
   * The same with a say about each attempt after the first: it is asked once before each, on any
   * thread and without delay, and false makes the failure before final.
   */
  public CallLimits mayRetry(BooleanSupplier mayRetry) {
    requireNonNull(mayRetry, "mayRetry == null");
    return new CallLimits(total, mayRetry, end, acceptsUnread);
  }

  /**
   * The same with an end from outside: once the future is complete, in whichever way, the call is
   * canceled. The future keeps the call in memory as long as it lives.
   */
  public CallLimits until(CompletableFuture<?> end) {
    return new CallLimits(total, mayRetry, requireNonNull(end, "end == null"), acceptsUnread);
  }

  /**
   * The same for a call that is answered with a list some of whose elements may be unreadable:
   * these are in {@link PartialList#unread()} and do not fail the call.
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
