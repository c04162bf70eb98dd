package ai.withcortex.client.paging;

import ai.withcortex.client.paging.Pipeline.Fetch;
import ai.withcortex.core.CortexApiException;
import ai.withcortex.core.CortexConnectionException;
import ai.withcortex.core.CortexException;
import ai.withcortex.core.CortexTimeoutException;
import ai.withcortex.core.PagingContractException;
import ai.withcortex.core.WalkPosition;
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
 * Fetches what a plan asks for and hands out what is new, in order: the engine of all walks.
 *
 * <p>All but {@link #cancel} is called by one thread at a time.
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

  /** The page that was fetched last; null before the first. */
  @Nullable Page<T> page;

  Walker(PageSource<T> source, WalkOptions options, Plan<T> plan, Limits limits, WalkState state) {
    this.source = source;
    this.options = options;
    this.plan = plan;
    this.limits = limits;
    this.state = state;
    this.requests = new Pipeline<>(source, plan, limits, options.prefetch());
  }

  /** Whether there is nothing to fetch any more. */
  @Override
  public boolean isRead() {
    return limit != null || (plan.next() == null && plan.failure() == null);
  }

  /**
   * Whether the next item is there; items that cannot be read are dealt with on the way.
   *
   * @throws ai.withcortex.core.CortexDataException if one of them is to end the walk
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

  /** The item that {@link #hasItem} found; from here on it counts as delivered. */
  @Override
  public T takeItem() {
    Entry<T> entry = fresh.get(handedOut++);
    limits.delivered();
    state.pass(entry);
    return entry.item();
  }

  /** Fetches the next answer, and blocks until it is there; false at the end of the walk. */
  boolean fetch() {
    for (Fetch<T> head = begin(true); head != null; head = begin(true)) {
      Page<T> fetched;
      try {
        fetched = head.request.await(head.page);
      } catch (RuntimeException e) {
        if (options.prefetch() > 0 && e instanceof CortexException) {
          // It comes from another thread, whose stack does not tell who has waited.
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

  /** The same without blocking. */
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

  /** Whether the page has come; if not, the plan goes on without it. */
  private boolean isAccepted(Fetch<T> head, Page<T> page, @Nullable Throwable failure) {
    if (failure == null) {
      accept(head, page);
    } else {
      failed(head, cause(failure));
    }
    return failure == null;
  }

  /** Sends what is needed now; null at the end of the walk. */
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

  /** Returns if the walk goes on, or ends as planned; throws the failure otherwise. */
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

  /** Null if the server has understood the request and does not want it. */
  private static @Nullable String doubt(CortexApiException e) {
    int status = e.status();
    boolean isRefusal =
        status >= 400 && status < 500 && status != 401 && status != 403 && !e.isRetryable();
    return isRefusal ? null : "nothing tells whether page 0 exists: it is answered with " + status;
  }

  /** What was thrown where the page was fetched. */
  static Throwable cause(Throwable failure) {
    boolean isWrapped =
        failure instanceof ExecutionException || failure instanceof CompletionException;
    Throwable cause = isWrapped ? failure.getCause() : null;
    return cause == null ? failure : cause;
  }

  /** The failure, ready to be thrown; one that nobody expects is wrapped. */
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

  /** There is nothing more to come. */
  @Override
  public void end() {
    requests.cancel();
    Consumer<? super Receipt> listener = options.onEnd();
    if (hasEnded.compareAndSet(false, true) && listener != WalkOptions.NOBODY) {
      listener.accept(receipt());
    }
  }

  /** Ends the requests on their way. May be called by any thread. */
  @Override
  public void cancel() {
    requests.cancel();
  }
}
