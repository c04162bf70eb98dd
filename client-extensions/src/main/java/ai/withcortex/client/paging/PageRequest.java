package ai.withcortex.client.paging;

import ai.withcortex.core.CallLimits;
import ai.withcortex.core.CortexConnectionException;
import ai.withcortex.core.CortexTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What a walk asks its source for. Safe for use by several threads. */
public final class PageRequest {
  private final Window window;
  private final Limits limits;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  PageRequest(Window window, Limits limits) {
    this.window = window;
    this.limits = limits;
  }

  /** The number of the page, at least 0. */
  public int number() {
    return window.number;
  }

  /** How many items to ask for, at least 1. */
  public int take() {
    return window.take;
  }

  /** How much time the walk has left, more than zero; null if it has no limit. */
  public @Nullable Duration timeLeft() {
    Duration left = limits.timeLeft();
    // What is sent at the last moment has at least that.
    return left == null || !left.isZero() ? left : Duration.ofNanos(1);
  }

  /**
   * Whether the request may be repeated after a failure. A source asks this once before each
   * repetition, since each counts against the limit of the walk and in its receipt.
   */
  public boolean mayRetry() {
    return limits.takeRetry();
  }

  /** Completes once nobody waits for the page any more, on the thread that says so. */
  public CompletableFuture<Void> end() {
    return end;
  }

  /** All of this for a call of a {@link ai.withcortex.core.CortexTransport}. */
  public CallLimits limits() {
    CallLimits call = CallLimits.NONE.mayRetry(this::mayRetry).until(end);
    Duration left = timeLeft();
    return left == null ? call : call.total(left);
  }

  /** Blocks until the page is there, as long as the walk may; throws why it is not. */
  <T> Page<T> await(CompletableFuture<Page<T>> page) {
    Duration timeLeft = timeLeft();
    try {
      return timeLeft == null ? page.get() : page.get(timeLeft.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      cancel(page);
      throw new CortexTimeoutException(
          "The request for " + this + " was given up: the time of the walk is over", e);
    } catch (InterruptedException e) {
      cancel(page);
      Thread.currentThread().interrupt();
      throw new CortexConnectionException(
          "The request for " + this + " was given up because its thread was interrupted", e);
    } catch (ExecutionException e) {
      throw Walker.unchecked(Walker.cause(e));
    }
  }

  /** Nobody waits for the page any more. */
  void cancel(@Nullable CompletableFuture<?> page) {
    if (page != null) {
      page.cancel(true);
    }
    end.complete(null);
  }

  /** Such as {@code page 2 of 100}. */
  @Override
  public String toString() {
    return window.toString();
  }
}
