package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings for a single call: limits in addition to those of the configuration, such as the
 * remainder of a budget that several calls share, and credentials.
 */
public final class CallLimits {
  /** No limits beyond those of the configuration, and the credentials of the client. */
  public static final CallLimits NONE =
      new CallLimits(Duration.ofNanos(Long.MAX_VALUE), () -> true, null, false, false, null);

  final Duration total;
  final BooleanSupplier mayRetry;
  private final @Nullable CompletableFuture<?> end;
  final boolean acceptsUnread;
  final boolean isUnhurried;
  final @Nullable Credentials credentials;

  private CallLimits(
      Duration total,
      BooleanSupplier mayRetry,
      @Nullable CompletableFuture<?> end,
      boolean acceptsUnread,
      boolean isUnhurried,
      @Nullable Credentials credentials) {
    this.total = total;
    this.mayRetry = mayRetry;
    this.end = end;
    this.acceptsUnread = acceptsUnread;
    this.isUnhurried = isUnhurried;
    this.credentials = credentials;
  }

  /**
   * Returns a copy that limits the total time of all attempts and the delays between them. The
   * limit must be positive.
   */
  public CallLimits total(Duration total) {
    if (requireNonNull(total, "total == null").isNegative() || total.isZero()) {
      throw new IllegalArgumentException("total must be positive but is " + total);
    }
    return new CallLimits(total, mayRetry, end, acceptsUnread, isUnhurried, credentials);
  }

  /**
   * Returns a copy with a condition that must hold before each retry. The condition is evaluated
   * once per retry, on any thread, and must not block. If it is false, the call fails with the
   * previous failure.
   */
  public CallLimits mayRetry(BooleanSupplier mayRetry) {
    requireNonNull(mayRetry, "mayRetry == null");
    return new CallLimits(total, mayRetry, end, acceptsUnread, isUnhurried, credentials);
  }

  /**
   * Returns a copy that cancels the call once the given future completes in any way. While the
   * future is reachable, it keeps the call in memory.
   */
  public CallLimits until(CompletableFuture<?> end) {
    requireNonNull(end, "end == null");
    return new CallLimits(total, mayRetry, end, acceptsUnread, isUnhurried, credentials);
  }

  /**
   * Returns a copy for a call that returns a list and accepts unreadable elements. {@link
   * PartialList#unread()} returns these elements, and they do not fail the call.
   */
  public CallLimits acceptingUnread() {
    return new CallLimits(total, mayRetry, end, true, isUnhurried, credentials);
  }

  /**
   * Returns a copy for a call whose response may take long, because the server responds when its
   * work is done. Neither the read timeout nor the attempt timeout applies, so only the total time
   * limits the wait. Has no effect on a GET or HEAD.
   */
  public CallLimits onlyTotal() {
    return new CallLimits(total, mayRetry, end, acceptsUnread, true, credentials);
  }

  /**
   * Returns a copy for a call with its own credentials. The transport accepts only calls that were
   * created with its own interfaces and go to the origin of its base URL.
   */
  public CallLimits credentials(Credentials credentials) {
    requireNonNull(credentials, "credentials == null");
    return new CallLimits(total, mayRetry, end, acceptsUnread, isUnhurried, credentials);
  }

  void onEnd(Runnable action) {
    if (end != null) {
      CompletableFuture<?> unused = end.whenComplete((any, failure) -> action.run());
    }
  }
}
