package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a walk that are on their way: the one for what the plan asks for now, and as many
 * of those that will follow as may be sent ahead. When the plan turns out otherwise, they are
 * canceled.
 */
final class Pipeline<T> {
  private final PageSource<T> source;
  private final Plan<T> plan;
  private final Limits limits;
  private final int prefetch;
  private final Queue<Fetch<T>> ahead = new ConcurrentLinkedQueue<>();
  volatile boolean isCanceled;

  /** How many requests may be on their way now. */
  private int depth;

  private long inHand;

  /** The request that a thread is sending, or blocks for. */
  private volatile @Nullable PageRequest blocking;

  Pipeline(PageSource<T> source, Plan<T> plan, Limits limits, int prefetch) {
    this.source = source;
    this.plan = plan;
    this.limits = limits;
    this.prefetch = prefetch;
    depth = prefetch;
  }

  /**
   * The request for the window, which is what the plan asks for now; null if the limit of requests
   * forbids it. It counts as on its way until {@link #answered}.
   */
  @Nullable Fetch<T> take(Window window, boolean mayBlock) {
    Fetch<T> head = head(window, mayBlock && prefetch == 0);
    if (head != null) {
      head.window = window;
      fill();
    }
    return head;
  }

  /** The request that was taken is over. */
  void answered(Fetch<T> taken) {
    ahead.remove(taken);
  }

  /**
   * Sends what may be sent while the caller is busy.
   *
   * @param handed how many items the caller is busy with
   */
  void lookAhead(int handed) {
    Window window = plan.next();
    if (prefetch == 0 || window == null || plan.failure() != null || limits.reached() != null) {
      return;
    }
    inHand = handed;
    if (handed < limits.itemsLeft() && head(window, false) != null) {
      depth = Math.min(prefetch, depth + 1);
      fill();
    }
  }

  /** The first request on its way if it is for the window; otherwise only the one sent now is. */
  private @Nullable Fetch<T> head(Window window, boolean mayBlock) {
    Fetch<T> head = ahead.peek();
    if (head != null && head.window.isSameAs(window)) {
      return head;
    }
    // The more often it turns out otherwise, the less is sent ahead.
    depth = head == null ? depth : Math.max(1, depth / 2);
    cancelAll();
    return send(window, mayBlock);
  }

  private void fill() {
    Window last = null;
    int count = 0;
    long items = inHand;
    for (Fetch<T> fetch : ahead) {
      last = fetch.window;
      items += last.take;
      count++;
    }
    while (last != null
        && count < depth
        && items < limits.itemsLeft()
        && limits.reached() == null) {
      last = plan.following(last, count - 1);
      if (last == null || send(last, false) == null) {
        return;
      }
      items += last.take;
      count++;
    }
  }

  /** Null if the limit of requests forbids it; what fails at once fails the future. */
  private @Nullable Fetch<T> send(Window window, boolean mayBlock) {
    if (!limits.takeRequest()) {
      return null;
    }
    PageRequest request = new PageRequest(window, limits);
    blocking = request;
    if (isCanceled) {
      request.cancel(null);
    }
    CompletableFuture<Page<T>> page;
    try {
      page =
          mayBlock
              ? CompletableFuture.completedFuture(source.fetch(request))
              : requireNonNull(source.fetchAsync(request), "the source has answered null");
    } catch (RuntimeException e) {
      page = new CompletableFuture<>();
      page.completeExceptionally(e);
    } finally {
      blocking = null;
    }
    Fetch<T> sent = new Fetch<>(request, window, page);
    ahead.add(sent);
    if (isCanceled) {
      cancelAll();
    }
    return sent;
  }

  private void cancelAll() {
    for (Fetch<T> fetch = ahead.poll(); fetch != null; fetch = ahead.poll()) {
      fetch.request.cancel(fetch.page);
    }
  }

  /** Ends all requests, those to come included. May be called by any thread. */
  void cancel() {
    isCanceled = true;
    PageRequest request = blocking;
    if (request != null) {
      request.cancel(null);
    }
    cancelAll();
  }

  /** A request on its way. */
  static final class Fetch<T> {
    final PageRequest request;
    final CompletableFuture<Page<T>> page;

    /** What it is for, as the plan has said it last. */
    Window window;

    Fetch(PageRequest request, Window window, CompletableFuture<Page<T>> page) {
      this.request = request;
      this.window = window;
      this.page = page;
    }
  }
}
