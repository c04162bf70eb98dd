package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.Failures;
import ai.withcortex.client.internal.paging.Identity;
import ai.withcortex.client.internal.paging.PageContent;
import ai.withcortex.client.internal.paging.PageItem;
import ai.withcortex.client.internal.paging.PagingStrategy;
import ai.withcortex.client.internal.paging.WalkState;
import ai.withcortex.client.internal.paging.Window;
import ai.withcortex.client.paging.Pipeline.PendingPage;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.PagingContractException;
import ai.withcortex.core.error.WalkPosition;
import ai.withcortex.core.error.WalkPositions;
import ai.withcortex.core.json.JsonValue;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the windows chosen by a strategy and delivers the new items in order. All walks use this
 * class.
 *
 * <p>Only one thread at a time may call the methods, except for {@link #cancel}. While one thread
 * calls {@link #end}, another one may call {@link #receipt} and {@link #checkpoint}.
 */
final class Walker<T> implements Feed<T> {
  private final PageSource<T> source;
  private final WalkOptions options;
  private final PagingStrategy<T> strategy;
  private final WalkLimits limits;
  private final Pipeline<T> requests;
  private final WalkState state;
  private final AtomicBoolean hasEnded = new AtomicBoolean();
  private List<PageItem<T>> fresh = Collections.emptyList();
  private int handedOut;

  /** Whether an action runs with the next item, which does not count as delivered yet. */
  private boolean isInAction;

  private int pageNumber;
  private @Nullable String limit;

  /** The last fetched page, or null before the first one and if the response was no page. */
  @Nullable Page<T> page;

  Walker(
      PageSource<T> source,
      WalkOptions options,
      PagingStrategy<T> strategy,
      WalkLimits limits,
      WalkState state) {
    this.source = source;
    this.options = options;
    this.strategy = strategy;
    this.limits = limits;
    this.state = state;
    this.requests = new Pipeline<>(source, strategy, limits, options.prefetch());
  }

  /** Returns whether there is nothing left to fetch. */
  @Override
  public boolean isRead() {
    return limit != null || (strategy.next() == null && strategy.failure() == null);
  }

  /**
   * Returns whether the next item is available. Applies the fault policy to unreadable items before
   * it.
   *
   * @throws ai.withcortex.core.error.CortexDataException if the fault policy throws because of an
   *     unreadable item
   */
  @Override
  public boolean hasItem() {
    settle();
    while (handedOut < fresh.size() && !requests.isCanceled) {
      limit = limit == null ? limits.reachedByItems() : limit;
      if (limit != null) {
        return false;
      }
      PageItem<T> item = fresh.get(handedOut);
      if (item.unread == null) {
        return true;
      }
      try {
        options.faults().apply(item.unread);
      } catch (RuntimeException e) {
        throw located(e);
      }
      handedOut++;
      state.pass(item);
    }
    return false;
  }

  @Override
  public void deliver(Consumer<? super T> action) {
    T item = item();
    isInAction = true;
    try {
      action.accept(item);
    } catch (Throwable e) {
      isInAction = false;
      attachPosition(e);
      throw Failures.rethrown(e);
    }
    settle();
  }

  /**
   * Counts the item of a running action as delivered: the action has returned, or it uses the walk
   * itself.
   */
  private void settle() {
    if (isInAction) {
      isInAction = false;
      takeItem();
    }
  }

  /** Returns the item that {@link #hasItem} found; from now on it counts as delivered. */
  T takeItem() {
    T item = item();
    state.pass(fresh.get(handedOut++));
    limits.delivered();
    return item;
  }

  private T item() {
    return requireNonNull(fresh.get(handedOut).item, "an unreadable item has no value");
  }

  /** Fetches the next page and blocks until it arrives. Returns false at the end of the walk. */
  boolean fetch() {
    for (PendingPage<T> head = begin(true); head != null; head = begin(true)) {
      Page<T> fetched;
      try {
        fetched = head.request.await(head.page);
      } catch (RuntimeException e) {
        if (options.prefetch() > 0 && e instanceof CortexException) {
          // The stack trace of the failure comes from a different thread and does not show the
          // waiting code.
          e.addSuppressed(new IllegalStateException("The walk waited for the page here"));
        }
        if (isExcused(head, e)) {
          return true;
        }
        continue;
      }
      accept(head, fetched);
      if (!strategy.isStarting()) {
        return true;
      }
    }
    return false;
  }

  /** Fetches the next page without blocking. */
  @Override
  public CompletableFuture<Boolean> fetchAsync() {
    PendingPage<T> head = begin(false);
    return head == null
        ? CompletableFuture.completedFuture(false)
        : head.page
            .handle((page, failure) -> isAccepted(head, page, failure))
            .thenCompose(
                isThere -> isThere ? CompletableFuture.completedFuture(true) : fetchAsync());
  }

  /** Returns whether the walk has got further and may have items to deliver. */
  private boolean isAccepted(PendingPage<T> head, Page<T> page, @Nullable Throwable failure) {
    if (failure != null) {
      return isExcused(head, Failures.cause(failure));
    }
    accept(head, page);
    return !strategy.isStarting();
  }

  /** Sends the request that is needed now, or returns null at the end of the walk. */
  private @Nullable PendingPage<T> begin(boolean isBlocking) {
    Window window = strategy.next();
    PagingContractException failure = strategy.failure();
    boolean isEnd = window == null && failure == null;
    if (limit == null && !isEnd && !strategy.isStarting()) {
      limit = limits.reachedByAnswers();
    }
    if (failure != null && limit == null && !requests.isCanceled) {
      throw located(failure);
    }
    if (window == null || limit != null || requests.isCanceled) {
      end();
      return null;
    }
    pageNumber = window.number;
    PendingPage<T> head = requests.take(window, isBlocking);
    if (head == null) {
      limit = limits.reached();
      end();
    }
    return head;
  }

  private void accept(PendingPage<T> head, Page<T> fetched) {
    requests.answered(head);
    if (strategy.isProbe(head.window)) {
      page = null;
    } else if (page == null || !strategy.isStarting() || !isEmpty(fetched)) {
      // An empty page 0 is not a page of a list that starts with page 1.
      page = fetched;
    }
    limits.received(fetched.bytes());
    try {
      receive(strategy.accept(head.window, content(head.window, fetched)));
    } catch (PagingContractException e) {
      throw located(e);
    }
  }

  static boolean isEmpty(Page<?> page) {
    return page.items().isEmpty() && page.unread().isEmpty();
  }

  private void receive(List<PageItem<T>> items) {
    fresh = items;
    handedOut = 0;
    requests.lookAhead(fresh.size());
  }

  private PageContent<T> content(Window asked, Page<T> page) {
    requireNonNull(page, "the source returned a null page");
    MessageDigest digest = Identity.newDigest();
    List<PageItem<T>> items = new ArrayList<>(page.items().size() + page.unread().size());
    for (T item : page.items()) {
      items.add(new PageItem<>(Identity.of(source.identity(item), digest), item, null));
    }
    for (UnreadElement element : page.unread()) {
      PageItem<T> item = new PageItem<>(Identity.of(identity(element), digest), null, element);
      items.add(Math.min(element.index(), items.size()), item);
    }
    int number = state.numberOf(asked, page.number());
    return new PageContent<>(items, number, page.take(), page.isTakeConfirmed(), page.totalCount());
  }

  /**
   * Returns the ID of an element if it can be read, or the entire JSON of the element otherwise.
   */
  private static String identity(UnreadElement element) {
    JsonValue id = element.json().get("id");
    return id != null && id.kind() == JsonValue.Kind.STRING ? id.asString() : element.json().json();
  }

  /**
   * Handles a failure. Returns whether the strategy continues without the page, or false if the
   * walk ends as planned or must request the page again. Throws the failure otherwise.
   */
  private boolean isExcused(PendingPage<T> head, Throwable failure) {
    requests.answered(head);
    if (requests.isCanceled) {
      return false;
    }
    if (failure instanceof CortexApiException) {
      boolean isStarting = strategy.isStarting();
      try {
        List<PageItem<T>> items = strategy.refused(head.window, (CortexApiException) failure);
        if (items != null) {
          // Page 1 remains the last page if page 0 is refused.
          page = isStarting ? page : null;
          receive(items);
          return true;
        }
      } catch (CortexApiException earlier) {
        throw located(earlier);
      }
    }
    Duration timeLeft = limits.timeLeft();
    boolean isOutOfTime =
        failure instanceof CortexTimeoutException && timeLeft != null && timeLeft.isZero();
    if (isOutOfTime || (failure instanceof CortexException && limits.hasRefusedRetry())) {
      limit = limits.reached();
    }
    if (limit == null && !(head.isAhead && isOutOfTotalTime(failure))) {
      throw located(failure);
    }
    return false;
  }

  /** A request that was sent ahead may have spent its time waiting for a rate limit. */
  private static boolean isOutOfTotalTime(Throwable failure) {
    return failure instanceof CortexTimeoutException
        && ((CortexTimeoutException) failure).limit() == CortexTimeoutException.Limit.TOTAL;
  }

  private RuntimeException located(Throwable failure) {
    attachPosition(failure);
    return Failures.unchecked(failure);
  }

  private void attachPosition(Throwable failure) {
    WalkPosition position = new WalkPosition(pageNumber, state.delivered, checkpoint().text());
    WalkPositions.attach(failure, position);
  }

  /** Synchronized because a walk can be closed while its thread makes a checkpoint. */
  synchronized Receipt receipt() {
    settle();
    boolean isRead = limit == null && isRead() && handedOut == fresh.size();
    String unprovable = strategy.unprovable();
    return Receipt.builder()
        .verdict(verdict(isRead, unprovable))
        .reason(limit == null ? unprovable : limit)
        .requests(state.earlierRequests + requests.sent())
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

  /** Synchronized like {@link #receipt}. */
  synchronized Checkpoint checkpoint() {
    settle();
    strategy.save(state.cleared());
    return new Checkpoint(state.save(strategy.unprovable(), requests.sent(), limits.retries()));
  }

  /** Cancels requests and reports the receipt. No more items are delivered after this. */
  @Override
  public void end() {
    requests.cancel();
    Consumer<? super Receipt> listener = options.onEnd();
    if (hasEnded.compareAndSet(false, true) && listener != WalkOptions.NO_LISTENER) {
      Receipt receipt = receipt();
      try {
        listener.accept(receipt);
      } catch (RuntimeException | Error e) {
        throw located(e);
      }
    }
  }

  /** Cancels the requests in flight. Can be called from any thread. */
  @Override
  public void cancel() {
    requests.cancel();
  }
}
