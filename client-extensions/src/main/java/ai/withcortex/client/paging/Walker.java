package ai.withcortex.client.paging;

import ai.withcortex.client.paging.Pipeline.Fetch;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.PagingContractException;
import ai.withcortex.core.error.WalkPosition;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the windows of a plan and hands out the new items in order: the engine of all walks.
 *
 * <p>Only one thread at a time may call the methods, except {@link #cancel}.
 */
final class Walker<T> implements Feed<T> {
  private final PageSource<T> source;
  private final WalkOptions options;
  private final Plan<T> plan;
  private final Limits limits;
  private final Pipeline<T> requests;
  private final WalkState state;
  private final AtomicBoolean hasEnded = new AtomicBoolean();
  private List<Entry<T>> fresh = Collections.emptyList();
  private int handedOut;
  private int pageNumber;
  private @Nullable String limit;

  /** The page that was fetched last; null before the first one. */
  @Nullable Page<T> page;

  Walker(PageSource<T> source, WalkOptions options, Plan<T> plan, Limits limits, WalkState state) {
    this.source = source;
    this.options = options;
    this.plan = plan;
    this.limits = limits;
    this.state = state;
    this.requests = new Pipeline<>(source, plan, limits, options.prefetch());
  }

  /** Returns whether nothing is left to fetch. */
  @Override
  public boolean isRead() {
    return limit != null || (plan.next() == null && plan.failure() == null);
  }

  /**
   * Returns whether the next item is available; applies the fault policy to unreadable items before
   * it.
   *
   * @throws ai.withcortex.core.error.CortexDataException if an unreadable item must end the walk
   */
  @Override
  public boolean hasItem() {
    while (handedOut < fresh.size()) {
      limit = limit == null ? limits.reachedByItems() : limit;
      if (limit != null) {
        return false;
      }
      Entry<T> entry = fresh.get(handedOut);
      if (entry.unread == null) {
        return true;
      }
      try {
        options.faults().meet(entry.unread);
      } catch (RuntimeException e) {
        throw located(e);
      }
      handedOut++;
      state.pass(entry);
    }
    return false;
  }

  /** Returns the item that {@link #hasItem} found; from now on it counts as delivered. */
  @Override
  public T takeItem() {
    Entry<T> entry = fresh.get(handedOut++);
    limits.delivered();
    state.pass(entry);
    return entry.item();
  }

  /** Fetches the next answer and blocks until it arrives; returns false at the end of the walk. */
  boolean fetch() {
    for (Fetch<T> head = begin(true); head != null; head = begin(true)) {
      Page<T> fetched;
      try {
        fetched = head.request.await(head.page);
      } catch (RuntimeException e) {
        if (options.prefetch() > 0 && e instanceof CortexException) {
          // The failure has the stack of another thread, which does not show who waited.
          e.addSuppressed(new IllegalStateException("The page was waited for here"));
        }
        failed(head, e);
        continue;
      }
      accept(head, fetched);
      return true;
    }
    return false;
  }

  /** Fetches the next answer without blocking. */
  @Override
  public CompletableFuture<Boolean> fetchAsync() {
    Fetch<T> head = begin(false);
    return head == null
        ? CompletableFuture.completedFuture(false)
        : head.page
            .handle((page, failure) -> isAccepted(head, page, failure))
            .thenCompose(
                isThere -> isThere ? CompletableFuture.completedFuture(true) : fetchAsync());
  }

  /** Returns whether the page has arrived; if not, the plan continues without it. */
  private boolean isAccepted(Fetch<T> head, Page<T> page, @Nullable Throwable failure) {
    if (failure == null) {
      accept(head, page);
    } else {
      failed(head, cause(failure));
    }
    return failure == null;
  }

  /** Sends the request that is needed now; returns null at the end of the walk. */
  private @Nullable Fetch<T> begin(boolean mayBlock) {
    PagingContractException failure = plan.failure();
    if (failure != null) {
      throw located(failure);
    }
    Window window = plan.next();
    limit = limit == null && window != null ? limits.reachedByAnswers() : limit;
    if (window == null || limit != null) {
      end();
      return null;
    }
    if (requests.isCanceled) {
      throw new IllegalStateException("The walk was closed; begin another, from its checkpoint");
    }
    pageNumber = window.number;
    Fetch<T> head = requests.take(window, mayBlock);
    if (head == null) {
      limit = limits.reached();
      end();
    }
    return head;
  }

  private void accept(Fetch<T> head, Page<T> fetched) {
    requests.answered(head);
    page = fetched;
    limits.received(fetched.bytes());
    try {
      fresh = plan.accept(head.window, new Answer<>(fetched, source));
    } catch (PagingContractException e) {
      throw located(e);
    }
    handedOut = 0;
    requests.lookAhead(fresh.size());
  }

  /** Returns normally if the walk continues or ends as planned; otherwise throws the failure. */
  private void failed(Fetch<T> head, Throwable failure) {
    requests.answered(head);
    if (failure instanceof CancellationException && requests.isCanceled) {
      throw located(
          new CortexConnectionException(
              "The request for " + head.window + " was given up because the walk was closed",
              null));
    }
    if (failure instanceof CortexApiException
        && plan.refused(head.window, doubt((CortexApiException) failure))) {
      return;
    }
    Duration timeLeft = limits.timeLeft();
    boolean isOutOfTime =
        failure instanceof CortexTimeoutException && timeLeft != null && timeLeft.isZero();
    if (isOutOfTime || (failure instanceof CortexException && limits.hasRefusedRetry())) {
      limit = limits.reached();
    }
    if (limit == null) {
      throw located(failure);
    }
  }

  /**
   * Returns null if the server understood the request and refused it, else the reason for doubt.
   */
  private static @Nullable String doubt(CortexApiException e) {
    int status = e.status();
    boolean isRefusal =
        status >= 400 && status < 500 && status != 401 && status != 403 && !e.isRetryable();
    return isRefusal ? null : "nothing tells whether page 0 exists: it is answered with " + status;
  }

  /** Returns the original exception of the fetch. */
  static Throwable cause(Throwable failure) {
    boolean isWrapped =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    Throwable cause = isWrapped ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  /** Returns the failure, ready to be thrown; wraps unexpected checked exceptions. */
  static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return failure instanceof RuntimeException
        ? (RuntimeException) failure
        : new IllegalStateException(failure);
  }

  private RuntimeException located(Throwable failure) {
    if (failure instanceof CortexException) {
      ((CortexException) failure)
          .initPosition(new WalkPosition(pageNumber, state.delivered, checkpoint().text()));
    }
    return unchecked(failure);
  }

  Receipt receipt() {
    boolean isRead = limit == null && isRead() && handedOut == fresh.size();
    String unprovable = isRead ? plan.unprovable() : null;
    return Receipt.builder()
        .verdict(verdict(isRead, unprovable))
        .reason(limit == null ? unprovable : limit)
        .requests(state.earlierRequests + limits.requests())
        .retries(state.earlierRetries + limits.retries())
        .delivered(state.delivered)
        .faulted(state.faulted)
        .duplicates(state.duplicates)
        .drift(state.drift)
        .totalCountAtStart(state.countAtStart)
        .totalCountAtEnd(state.countAtEnd)
        .checkpoint(checkpoint())
        .build();
  }

  private Verdict verdict(boolean isRead, @Nullable String unprovable) {
    if (!isRead) {
      return Verdict.INCOMPLETE;
    }
    if (unprovable != null) {
      return Verdict.UNPROVABLE;
    }
    return state.drift == 0 ? Verdict.COMPLETE : Verdict.COMPLETE_WITH_DRIFT;
  }

  Checkpoint checkpoint() {
    return state.checkpoint(plan, limits);
  }

  /** Cancels requests and reports the receipt; no more items will come. */
  @Override
  public void end() {
    requests.cancel();
    Consumer<? super Receipt> listener = options.onEnd();
    if (hasEnded.compareAndSet(false, true) && listener != WalkOptions.NOBODY) {
      listener.accept(receipt());
    }
  }

  /** Cancels the requests in flight. Any thread may call this. */
  @Override
  public void cancel() {
    requests.cancel();
  }
}
