package ai.withcortex.client.paging;

import ai.withcortex.core.CortexApiException;
import ai.withcortex.core.CortexException;
import ai.withcortex.core.CortexTimeoutException;
import ai.withcortex.core.PagingContractException;
import ai.withcortex.core.WalkPosition;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final Accounts accounts;
  private final AtomicBoolean hasEnded = new AtomicBoolean();
  private List<Entry<T>> fresh = Collections.emptyList();
  private int handedOut;
  private @Nullable String limit;
  private @Nullable Page<T> page;

  Walker(
      PageSource<T> source, WalkOptions options, Plan<T> plan, Limits limits, Accounts accounts) {
    this.source = source;
    this.options = options;
    this.plan = plan;
    this.limits = limits;
    this.accounts = accounts;
    this.requests = new Pipeline<>(source, plan, limits, options.prefetch());
  }

  /** The page that was fetched last; null before the first. */
  @Nullable Page<T> page() {
    return page;
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
      accounts.tally.faulted(entry);
    }
    return false;
  }

  /** The item that {@link #hasItem} found; from here on it counts as delivered. */
  @Override
  public T takeItem() {
    Entry<T> entry = fresh.get(handedOut++);
    limits.delivered();
    accounts.tally.delivered(entry);
    return entry.item();
  }

  /** Fetches the next answer, and blocks until it is there; false at the end of the walk. */
  boolean fetch() {
    while (true) {
      Fetch<T> head = begin(true);
      if (head == null) {
        return false;
      }
      Page<T> fetched;
      try {
        fetched = Fetch.await(head.page, head.request);
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
  }

  /** The same without blocking. */
  @Override
  public CompletableFuture<Boolean> fetchAsync() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    fetchAsync(done);
    return done;
  }

  private void fetchAsync(CompletableFuture<Boolean> done) {
    try {
      Fetch<T> head = begin(false);
      if (head == null) {
        done.complete(false);
      } else {
        CompletableFuture<?> unused =
            head.page.whenComplete((page, failure) -> answered(head, page, failure, done));
      }
    } catch (Throwable e) {
      // Nobody else completes the future.
      done.completeExceptionally(e);
    }
  }

  private void answered(
      Fetch<T> head, Page<T> page, @Nullable Throwable failure, CompletableFuture<Boolean> done) {
    try {
      if (failure == null) {
        accept(head, page);
        done.complete(true);
      } else {
        failed(head, PageFailure.of(failure));
        fetchAsync(done);
      }
    } catch (Throwable e) {
      // Nobody else completes the future.
      done.completeExceptionally(e);
    }
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
    if (requests.isCanceled()) {
      throw new IllegalStateException("The walk was closed; begin another, from its checkpoint");
    }
    accounts.pageNumber = window.number;
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
    if (failure instanceof CancellationException && requests.isCanceled()) {
      throw located(PageFailure.canceled(head.window));
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

  private RuntimeException located(Throwable failure) {
    if (failure instanceof CortexException) {
      ((CortexException) failure)
          .initPosition(
              new WalkPosition(accounts.pageNumber, accounts.tally.delivered, checkpoint().text()));
    }
    return PageFailure.unchecked(failure);
  }

  Receipt receipt() {
    boolean isRead = isRead() && handedOut == fresh.size();
    return accounts.receipt(plan, limits, isRead, limit);
  }

  Checkpoint checkpoint() {
    return accounts.checkpoint(plan, limits);
  }

  /** There is nothing more to come. */
  @Override
  public void end() {
    requests.cancel();
    if (hasEnded.compareAndSet(false, true)) {
      options.onEnd().accept(receipt());
    }
  }

  /** Ends the requests on their way. May be called by any thread. */
  @Override
  public void cancel() {
    requests.cancel();
  }
}
