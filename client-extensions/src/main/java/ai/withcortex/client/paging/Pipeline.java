package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.paging.PagingStrategy;
import ai.withcortex.client.internal.paging.Window;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a walk that are in flight: the request that the strategy needs now, and as many
 * of the following requests as may be prefetched. The requests are canceled if the strategy changes
 * its plan.
 */
final class Pipeline<T> {
  private final PageSource<T> source;
  private final PagingStrategy<T> strategy;
  private final WalkLimits limits;
  private final int prefetch;
  private final Queue<PendingPage<T>> ahead = new ConcurrentLinkedQueue<>();
  volatile boolean isCanceled;

  /** The number of requests that may currently be in flight. */
  private int depth;

  private long inHand;

  /** The request that a thread is sending or waiting for. */
  private volatile @Nullable PageRequest blocking;

  Pipeline(PageSource<T> source, PagingStrategy<T> strategy, WalkLimits limits, int prefetch) {
    this.source = source;
    this.strategy = strategy;
    this.limits = limits;
    this.prefetch = prefetch;
    depth = prefetch;
  }

  /**
   * Returns the request for the window that the strategy needs now, or null if the request limit
   * does not allow it. The request counts as in flight until {@link #answered} is called.
   */
  @Nullable PendingPage<T> take(Window window, boolean isBlocking) {
    PendingPage<T> head = head(window, isBlocking && prefetch == 0, false);
    if (head != null) {
      head.window = window;
      fill();
    }
    return head;
  }

  /** Removes a completed request. */
  void answered(PendingPage<T> taken) {
    remove(taken);
  }

  /** Removes a request that has ended, which does not count if it was not sent. */
  private synchronized void remove(PendingPage<T> ended) {
    if (ahead.remove(ended) && !ended.request.isSent()) {
      limits.notSent();
    }
  }

  /** Returns the number of requests sent, excluding retries. */
  synchronized long sent() {
    return limits.requests() - ahead.stream().filter(fetch -> !fetch.request.isSent()).count();
  }

  /**
   * Sends the requests that may be sent while the caller is busy.
   *
   * @param handed the number of items the caller is processing
   */
  void lookAhead(int handed) {
    Window window = strategy.next();
    if (prefetch == 0 || window == null || strategy.failure() != null || limits.reached() != null) {
      return;
    }
    inHand = handed;
    if (handed < limits.itemsLeft() && head(window, false, true) != null) {
      depth = Math.min(prefetch, depth + 1);
      fill();
    }
  }

  /**
   * Returns the first request in flight if it is for the given window. Otherwise, cancels all
   * requests and sends a new one.
   */
  private @Nullable PendingPage<T> head(Window window, boolean isBlocking, boolean isAhead) {
    PendingPage<T> head = ahead.peek();
    if (head != null && head.window.isSameAs(window)) {
      return head;
    }
    // The more often the strategy changes its plan, the fewer pages are prefetched.
    depth = head == null ? depth : Math.max(1, depth / 2);
    cancelAll();
    return send(window, isBlocking, isAhead);
  }

  private void fill() {
    Window last = null;
    int count = 0;
    long items = inHand;
    for (PendingPage<T> fetch : ahead) {
      if (fetch.page.isCompletedExceptionally()) {
        // The walk may end there, or request the page again, and should not wait for others then.
        return;
      }
      last = fetch.window;
      items += last.take;
      count++;
    }
    while (last != null
        && count < depth
        && items < limits.itemsLeft()
        && limits.reached() == null) {
      last = strategy.following(last, count - 1);
      if (last == null || send(last, false, true) == null) {
        return;
      }
      items += last.take;
      count++;
    }
  }

  /**
   * Sends a request, or returns null if the request limit does not allow it. If the source throws,
   * the future of the request fails.
   */
  private @Nullable PendingPage<T> send(Window window, boolean isBlocking, boolean isAhead) {
    if (!limits.takeRequest()) {
      return null;
    }
    PageRequest request = new PageRequest(window, limits, this::mayRetry);
    blocking = request;
    if (isCanceled) {
      request.cancel(null);
    }
    CompletableFuture<Page<T>> page;
    try {
      page =
          isBlocking
              ? CompletableFuture.completedFuture(source.fetch(request))
              : requireNonNull(source.fetchAsync(request), "the source returned a null future");
    } catch (RuntimeException e) {
      page = new CompletableFuture<>();
      page.completeExceptionally(e);
    } finally {
      blocking = null;
    }
    PendingPage<T> sent = new PendingPage<>(request, window, page, isAhead);
    ahead.add(sent);
    if (isCanceled) {
      cancelAll();
    }
    return sent;
  }

  private void cancelAll() {
    for (PendingPage<T> fetch = ahead.peek(); fetch != null; fetch = ahead.peek()) {
      cancel(fetch);
    }
  }

  private void cancel(PendingPage<T> fetch) {
    try {
      // This may run code that asks for the number of requests, so the request is removed later.
      fetch.request.cancel(fetch.page);
    } finally {
      remove(fetch);
    }
  }

  /**
   * Returns whether a request may be retried, and counts the retry if so. If the request limit is
   * reached, the retry replaces a later request that waits for its turn. Can be called from any
   * thread.
   */
  private boolean mayRetry(PageRequest request) {
    while (!limits.takeRetry()) {
      PendingPage<T> waiting = lastWaitingAfter(request);
      if (waiting == null) {
        limits.refuseRetry();
        return false;
      }
      cancel(waiting);
    }
    return true;
  }

  private @Nullable PendingPage<T> lastWaitingAfter(PageRequest request) {
    boolean isAfter = false;
    PendingPage<T> last = null;
    for (PendingPage<T> fetch : ahead) {
      if (isAfter && !fetch.request.isSent()) {
        last = fetch;
      }
      isAfter |= fetch.request == request;
    }
    return last;
  }

  /** Cancels all requests, including future ones. Can be called from any thread. */
  void cancel() {
    isCanceled = true;
    PageRequest request = blocking;
    if (request != null) {
      request.cancel(null);
    }
    cancelAll();
  }

  /** A request in flight. */
  static final class PendingPage<T> {
    final PageRequest request;
    final CompletableFuture<Page<T>> page;

    /** Whether the request was sent before the strategy needed its page. */
    final boolean isAhead;

    /** The window that the request is for, according to the latest state of the strategy. */
    Window window;

    PendingPage(
        PageRequest request, Window window, CompletableFuture<Page<T>> page, boolean isAhead) {
      this.request = request;
      this.window = window;
      this.page = page;
      this.isAhead = isAhead;
    }
  }
}
