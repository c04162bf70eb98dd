package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.Failures;
import ai.withcortex.client.internal.paging.Window;
import ai.withcortex.core.CallLimits;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A request from a walk to its source. Thread-safe. */
public final class PageRequest {
  private final Window window;
  private final WalkLimits limits;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Predicate<PageRequest> retries;
  private volatile BooleanSupplier isSent = () -> true;

  /**
   * @param retries returns whether a request may be retried, and counts the retry if so
   */
  PageRequest(Window window, WalkLimits limits, Predicate<PageRequest> retries) {
    this.window = window;
    this.limits = limits;
    this.retries = retries;
  }

  /** Returns the number of the page, at least 0. */
  public int number() {
    return window.number;
  }

  /** Returns the number of items to request, at least 1. */
  public int take() {
    return window.take;
  }

  /**
   * Returns the time the walk has left, always greater than zero, or null if there is no time
   * limit.
   */
  public @Nullable Duration timeLeft() {
    Duration left = limits.timeLeft();
    // A request sent at the last moment still gets at least this much time.
    return left == null || !left.isZero() ? left : Duration.ofNanos(1);
  }

  /**
   * Returns whether the request may be retried after a failure. A source must call this exactly
   * once before each retry, because each retry counts toward the request limit and is included in
   * the receipt.
   */
  public boolean mayRetry() {
    return retries.test(this);
  }

  /**
   * Sets how to find out whether the request has been sent. A request that ends before it is sent,
   * for example while it waits for a rate limit, then does not count. By default, all requests
   * count.
   */
  public void countIf(BooleanSupplier isSent) {
    this.isSent = requireNonNull(isSent, "isSent == null");
  }

  boolean isSent() {
    return isSent.getAsBoolean();
  }

  /**
   * Returns a future that completes once the page is no longer needed, on the thread that ends the
   * request.
   */
  public CompletableFuture<Void> end() {
    return end;
  }

  /**
   * Returns the limits of this request in the form that a {@link
   * ai.withcortex.core.CortexTransport} expects.
   */
  public CallLimits limits() {
    CallLimits call = CallLimits.NONE.mayRetry(this::mayRetry).until(end);
    Duration left = timeLeft();
    return left == null ? call : call.total(left);
  }

  /**
   * Blocks until the page arrives, for at most the time the walk has left. Throws the exception if
   * the fetch fails.
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
      throw new CortexCanceledException(
          "The request for " + this + " was canceled because its thread was interrupted", e);
    } catch (ExecutionException e) {
      throw Failures.unchecked(Failures.cause(e));
    }
  }

  /** Cancels the request because the page is no longer needed. */
  void cancel(@Nullable CompletableFuture<?> page) {
    if (page != null) {
      page.cancel(true);
    }
    end.complete(null);
  }

  /** Returns a string such as {@code page 2 (take 100)}. */
  @Override
  public String toString() {
    return window.toString();
  }
}
