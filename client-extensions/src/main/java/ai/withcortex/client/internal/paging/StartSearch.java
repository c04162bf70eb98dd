package ai.withcortex.client.internal.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a list starts with page 0 or page 1 before anything is delivered, and then
 * reads it from there.
 *
 * <p>Page 1 is requested first. If its count does not rule out an earlier page, page 0 is requested
 * as well. A server that numbers pages from 1 refuses it, has no items on it, or sends page 1
 * again. If page 1 is refused, it may come after the end of a list that starts with page 0, so page
 * 0 is requested, too.
 */
public final class StartSearch<T> implements PagingStrategy<T> {
  private static final String FAILED_BEFORE =
      "page 0 may exist: the server has failed each time it was requested";

  private final WalkState state;
  private final int take;
  private final BiConsumer<Integer, Boolean> learned;
  private final Window one;
  private final Window zero;

  /** The response for page 1 while page 0 is requested, or null before it. */
  private @Nullable PageContent<T> pageOne;

  /** The refusal of page 1 while page 0 is requested, or null if there is none. */
  private @Nullable CortexApiException refusal;

  private boolean isCounted;

  /** Reads the list once its first page is known. */
  private @Nullable PagingStrategy<T> found;

  /** The reason why page 0 may exist, although the server did not send it. */
  private @Nullable String doubt;

  /**
   * @param learned receives the number of the first page, and whether it is certain
   */
  public StartSearch(WalkState state, int take, BiConsumer<Integer, Boolean> learned) {
    this.state = state;
    this.take = take;
    this.learned = learned;
    one = Window.of(1, take, 1);
    zero = Window.of(0, take, 0);
  }

  /**
   * Returns a strategy that starts with the given page.
   *
   * @param isSure whether it is certain that page 0 or 1 is the first page of the list
   */
  public static <T> PagingStrategy<T> startingAt(
      WalkState state, int firstPage, int take, boolean isSure) {
    return state.isExact
        ? new OverlappingPaging<>(state, firstPage, take, isSure)
        : new SequentialPaging<>(state, firstPage, take, isSure);
  }

  /** Returns a strategy that starts with page 1 because page 0 has failed too often. */
  public static <T> PagingStrategy<T> withoutPageZero(WalkState state, int take) {
    StartSearch<T> search = new StartSearch<>(state, take, (firstPage, isSure) -> {});
    search.doubt = FAILED_BEFORE;
    search.found = startingAt(state, 1, take, false);
    return search;
  }

  @Override
  public @Nullable Window next() {
    return found == null ? (isOneAnswered() ? zero : one) : found.next();
  }

  @Override
  public @Nullable Window following(Window window, int distance) {
    return found == null ? null : found.following(window, distance);
  }

  @Override
  public boolean isStarting() {
    return found == null;
  }

  @Override
  public boolean isProbe(Window window) {
    return found != null && found.isProbe(window);
  }

  @Override
  public @Nullable PagingContractException failure() {
    return found == null ? null : found.failure();
  }

  @Override
  public @Nullable String unprovable() {
    String reason = found == null ? null : found.unprovable();
    // At the end of the list, a count may have proven what was in doubt at the start.
    boolean isResolved = found != null && found.next() == null && isCounted;
    return reason == null && !isResolved ? doubt : reason;
  }

  @Override
  public void save(WalkState to) {
    if (found != null) {
      found.save(to);
      // Whichever page the list starts with, the walk has started with it.
      to.isBaseGuessed |= doubt == null && !to.isBaseProven;
    }
  }

  @Override
  public List<PageItem<T>> accept(Window asked, PageContent<T> answer) {
    if (found != null) {
      isCounted = answer.count != null;
      return found.accept(asked, answer);
    }
    if (refusal != null) {
      return start(0, false, answer);
    }
    if (pageOne == null) {
      pageOne = answer;
      isCounted = answer.count != null;
      return isFirst(answer) ? start(1, false, answer) : new ArrayList<>();
    }
    return acceptZero(pageOne, answer);
  }

  @Override
  public @Nullable List<PageItem<T>> refused(Window asked, CortexApiException refused) {
    if (found != null) {
      return found.refused(asked, refused);
    }
    if (FirstPage.isPassing(refused)) {
      return null;
    }
    if (pageOne == null) {
      return refusedOne(refused);
    }
    doubt = FirstPage.doubt(refused);
    learn(1, doubt == null);
    return start(1, doubt == null || !isCounted, pageOne);
  }

  /** Throws the refusal of page 1 if page 0 is refused as well. */
  private @Nullable List<PageItem<T>> refusedOne(CortexApiException refused) {
    CortexApiException first = refusal;
    boolean isRefusal = FirstPage.doubt(refused) == null;
    if (first == null) {
      refusal = isRefusal ? refused : null;
      return isRefusal ? new ArrayList<>() : null;
    }
    if (isRefusal) {
      refusal = null;
      throw first;
    }
    return null;
  }

  private boolean isOneAnswered() {
    return pageOne != null || refusal != null;
  }

  private void learn(int firstPage, boolean isProven) {
    learned.accept(firstPage, isProven);
    state.hasOtherNumbers |= isProven && pageOne != null && pageOne.number < firstPage;
  }

  /** Returns whether the count of page 1 leaves no room for a page of at least this length. */
  private boolean isFirst(PageContent<T> answer) {
    Long count = answer.count;
    int size = answer.size();
    if (count == null || answer.number < 1) {
      return false;
    }
    // A full page that is as long as its count may be counted by itself.
    return count == size ? size < answer.take : size < count && count < 2L * size;
  }

  private List<PageItem<T>> acceptZero(PageContent<T> pageOne, PageContent<T> answer) {
    Long count = answer.count;
    // Otherwise, a page of items may have been added or deleted between the two requests.
    boolean isUnchanged = count != null && count.equals(pageOne.count);
    if (answer.items.isEmpty()) {
      if (count != null && count > 0) {
        learn(1, true);
      }
      return start(1, true, pageOne);
    }
    boolean isOne = answer.number == 1 && pageOne.number == 1;
    boolean isSame = answer.identities().equals(pageOne.identities());
    if (isSame && answer.number == 0 && pageOne.number == 0) {
      // The list has only page 0, and the server says that it sends this for page 1.
      return start(0, true, answer);
    }
    if (isOne || isSame) {
      // With a second page, the server has not sent its last page for a page that does not exist.
      boolean hasSecond = count != null && count > answer.size();
      boolean isLearned =
          isUnchanged && hasSecond && (isOne || answer.size() >= Window.LONG_ENOUGH);
      if (isLearned) {
        learn(1, true);
      }
      return start(1, isOne || isLearned, answer);
    }
    return startWithZero(pageOne, answer, isUnchanged);
  }

  private List<PageItem<T>> startWithZero(
      PageContent<T> pageOne, PageContent<T> answer, boolean isUnchanged) {
    IdentitySet items = new IdentitySet();
    pageOne.identities().forEach(items::add);
    // The count tells an empty page 1 from a list that was empty. A short page 1 that came again
    // could have other items by now.
    boolean isSure =
        items.size() == 0
            ? pageOne.count != null && pageOne.count > 0
            : isUnchanged && answer.lastOf(items) < 0 && answer.size() >= Window.LONG_ENOUGH;
    if (isSure) {
      learn(0, true);
    }
    return start(0, isSure, answer);
  }

  /** Reads the list from the given page, whose response has arrived. */
  private List<PageItem<T>> start(int firstPage, boolean isSure, PageContent<T> answer) {
    // A plain walk does not look again at a page 0 that the server has sent or refused.
    boolean isLooked = !state.isExact && doubt == null;
    PagingStrategy<T> strategy = startingAt(state, firstPage, take, isSure || isLooked);
    found = strategy;
    pageOne = null;
    return strategy.accept(requireNonNull(strategy.next()), answer);
  }
}
