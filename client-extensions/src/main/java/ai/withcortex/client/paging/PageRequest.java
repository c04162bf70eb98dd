package ai.withcortex.client.paging;

import ai.withcortex.client.internal.Failures;
import ai.withcortex.client.internal.paging.Window;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A request of a walk to its source. Safe for use by several threads. */
public final class PageRequest {
  private final Window window;
  private final WalkLimits limits;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  PageRequest(Window window, WalkLimits limits) {
    this.window = window;
    this.limits = limits;
  }

  /** Returns the number of the page, at least 0. */
  public int number() {
    return window.number;
  }

  /** Returns how many items to request, at least 1. */
  public int take() {
    return window.take;
  }

  /** Returns how much time the walk has left, more than zero; null if it has no limit. */
  public @Nullable Duration timeLeft() {
    Duration left = limits.timeLeft();
    // A request sent at the last moment has at least this much.
    return left == null || !left.isZero() ? left : Duration.ofNanos(1);
  }

  /**
   * Returns whether the request may be retried after a failure. A source must call this exactly
   * once before each retry, since each retry counts against the request limit and in the receipt.
   */
  public boolean mayRetry() {
    return limits.takeRetry();
  }

  /**
   * Returns a future that completes once the page is no longer needed, on the thread that decides
   * so.
   */
  public CompletableFuture<Void> end() {
    return end;
  }

  /** Returns these limits in the form that a {@link ai.withcortex.core.CortexTransport} takes. */
  public CallLimits limits() {
    CallLimits call = CallLimits.NONE.mayRetry(this::mayRetry).until(end);
    Duration left = timeLeft();
    return left == null ? call : call.total(left);
  }

  /**
   * Blocks until the page arrives, for at most the time that the walk has left; throws the failure
   * if there is one.
   */
  <T> Page<T> await(CompletableFuture<Page<T>> page) {
    Duration timeLeft = timeLeft();
    try {
      return timeLeft == null ? page.get() : page.get(timeLeft.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      cancel(page);
      throw new CortexTimeoutException(
          "The request for " + this + " was canceled: the walk reached its time limit", e);
    } catch (InterruptedException e) {
      cancel(page);
      Thread.currentThread().interrupt();
      throw new CortexConnectionException(
          "The request for " + this + " was canceled because its thread was interrupted", e);
    } catch (ExecutionException e) {
      throw Failures.unchecked(Failures.cause(e));
    }
  }

  /** Cancels the request, since the page is no longer needed. */
  void cancel(@Nullable CompletableFuture<?> page) {
    if (page != null) {
      page.cancel(true);
    }
    end.complete(null);
  }

  /** Returns a text such as {@code page 2 (take 100)}. */
  @Override
  public String toString() {
    return window.toString();
  }
}
