package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Limits of one call that come on top of those of the configuration, such as what is left of a
 * budget that several calls share.
 */
public final class CallLimits {
  /** Adds nothing to the limits of the configuration. */
  public static final CallLimits NONE =
      new CallLimits(Duration.ofNanos(Long.MAX_VALUE), () -> true);

  final Duration total;
  final BooleanSupplier mayRetry;

  private CallLimits(Duration total, BooleanSupplier mayRetry) {
    this.total = total;
    this.mayRetry = mayRetry;
  }

  /** The same with a limit for all attempts and the delays between them, more than zero. */
  public CallLimits total(Duration total) {
    if (requireNonNull(total, "total == null").isNegative() || total.isZero()) {
      throw new IllegalArgumentException("total must be more than 0 but is " + total);
    }
    return new CallLimits(total, mayRetry);
  }

  /**
   * The same with a say about each attempt after the first: it is asked once before each, on any
   * thread and without delay, and false makes the failure before final.
   */
  public CallLimits mayRetry(BooleanSupplier mayRetry) {
    return new CallLimits(total, requireNonNull(mayRetry, "mayRetry == null"));
  }
}
