package ai.withcortex.client.internal.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.internal.paging.FirstPage.ShortList;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list in overlapping windows, so that no item is lost if the list changes during the walk.
 *
 * <p>An item is called <i>lasting</i> if it is in the list for the entire walk. At any time, no
 * undelivered lasting item comes before a delivered lasting item. This is because a window is
 * delivered only if it starts the list or contains a delivered item, and each window is a
 * consistent slice of the list, so it contains every lasting item from the delivered item to the
 * end of the window. If deletions have shifted items across a window boundary, the window starts
 * too late and contains no known item, and an earlier window is requested. The age of a response
 * does not matter, so windows may be prefetched.
 */
final class OverlappingPaging<T> implements PagingStrategy<T> {
  private final WalkState state;
  private final int take;
  private PageSize takes;
  final FirstPage origin;

  /** The items seen in this pass: those delivered, unless the list is read again from page 0. */
  private IdentitySet seen;

  private boolean startsPass = true;

  /** Whether some delivered items are unknown. */
  private boolean isResumed;

  /** Whether the last response had none of the delivered items, so the position is lost. */
  boolean isLost;

  /** Whether the end was reached. Only the start of the list may still have to be confirmed. */
  private boolean isRead;

  long frontier;
  private @Nullable Long count;

  private NextWindow search = new NextWindow();
  private @Nullable Window tooLate;
  private final ProgressCheck progress;
  private @Nullable ShortList shortList;
  private @Nullable EndCheck endCheck;
  private @Nullable Window next;
  @Nullable SequentialPaging<T> plain;
  private @Nullable String unprovable;
  private @Nullable PagingContractException failure;

  /**
   * Resumes from a checkpoint.
   *
   * @param found a window with some of the last delivered items, or null if all delivered items are
   *     known
   */
  static <T> OverlappingPaging<T> resumed(
      WalkState state, WalkState saved, int take, @Nullable Window found) {
    OverlappingPaging<T> plan = new OverlappingPaging<>(state, saved.base, take, true);
    plan.takes.longest = saved.longest;
    plan.isResumed = found != null;
    plan.origin.resume(saved, plan.isResumed);
    plan.frontier = saved.position;
    plan.startsPass = plan.frontier == 0;
    if (found != null || !plan.startsPass) {
      plan.next = found == null ? plan.search() : found;
    }
    return plan;
  }

  /**
   * @param firstPage the page to start with; 1 means the start of the list
   * @param isSure whether it is certain that page 0 or 1 is the first page of the list
   */
  OverlappingPaging(WalkState state, int firstPage, int take, boolean isSure) {
    this.state = state;
    this.take = take;
    progress = new ProgressCheck(state);
    takes = new PageSize(take);
    origin = new FirstPage(firstPage, isSure);
    seen = state.known;
    next = Window.of(firstPage, take, origin.base);
    frontier = next.start;
  }

  @Override
  public @Nullable Window next() {
    return plain == null ? next : plain.next();
  }

  @Override
  public @Nullable Window following(Window window, int distance) {
    if (plain != null) {
      return plain.following(window, distance);
    }
    boolean isEndPerhaps = count != null && window.start + window.take >= count;
    boolean isChecking = shortList != null || endCheck != null || origin.isProbe(window);
    return startsPass || isChecking || isEndPerhaps || !origin.isBaseSure
        ? null
        : search.following(window, distance, takes.greatest, origin.base);
  }

  @Override
  public void save(WalkState to) {
    origin.save(to);
    takes.save(to);
    if (plain != null) {
      plain.save(to);
    }
  }

  @Override
  public @Nullable PagingContractException failure() {
    return plain == null ? failure : plain.failure();
  }

  @Override
  public @Nullable String unprovable() {
    return unprovable == null ? origin.disorder() : unprovable;
  }

  @Override
  public List<PageItem<T>> accept(Window asked, PageContent<T> answer) {
    if (plain != null) {
      return plain.accept(asked, answer);
    }
    state.count(answer);
    count = answer.count;
    List<PageItem<T>> fresh = acceptAny(asked, answer);
    PagingContractException stuck =
        progress.check(asked, takes.greatest, !fresh.isEmpty(), frontier, answer.first());
    failure = failure == null ? stuck : failure;
    return fresh;
  }

  @Override
  public @Nullable List<PageItem<T>> refused(Window asked, CortexApiException refusal) {
    if (plain != null) {
      return plain.refused(asked, refusal);
    }
    if (origin.isProbe(asked)) {
      boolean isNeeded = isRead && count != null && count > frontier;
      if (FirstPage.isFinal(refusal, isNeeded)) {
        return null;
      }
      unprovable = unprovable == null ? FirstPage.doubt(refusal) : unprovable;
      return resume();
    }
    // A refused page past the end proves nothing, because it overlaps no other page.
    boolean isOutside =
        endCheck == null
            ? !startsPass && asked.start > 0 && progress.mayBePastEnd(refusal)
            : endCheck.mayFail(refusal);
    return isOutside ? accept(asked, PageContent.empty(asked, count)) : null;
  }

  private List<PageItem<T>> acceptAny(Window asked, PageContent<T> answer) {
    if (origin.isProbe(asked)) {
      return acceptProbe(asked, answer);
    }
    if (endCheck != null) {
      return acceptCheck(endCheck, answer);
    }
    return shortList == null
        ? acceptWindow(asked, answer)
        : acceptShortList(shortList, asked, answer);
  }

  private List<PageItem<T>> acceptWindow(Window asked, PageContent<T> answer) {
    isLost = false;
    int take = takes.observe(asked, answer);
    Window window = origin.placed(asked, answer, take);
    boolean isShort = takes.isShort(asked, answer, take);
    if (takes.isIgnored) {
      return readPlainly(asked, answer, take);
    }
    int lastKnown = answer.lastOf(seen);
    if (lastKnown < 0 && !startsPass && !origin.isStart(window)) {
      failed(window);
      return new ArrayList<>();
    }
    return deliver(window, answer, lastKnown, isShort);
  }

  /**
   * Delivers the items after the last known item. Items added before that are not lasting. If the
   * list has no consistent order, every item may be new.
   */
  private List<PageItem<T>> deliver(
      Window asked, PageContent<T> answer, int lastKnown, boolean isShort) {
    List<PageItem<T>> known = answer.in(seen);
    Window window = origin.settle(asked, known.size(), answer.size(), frontier);
    answer.place(window.start);
    state.duplicates += unprovable == null ? known.size() : 0;
    if (!state.recent.passed(known) && unprovable == null) {
      unprovable = asked + " has items in a different order than an earlier page";
    }
    state.position = window.start + lastKnown + 1;
    int first = unprovable == null ? lastKnown + 1 : 0;
    List<PageItem<T>> fresh = state.take(answer.items.subList(first, answer.size()), seen);
    long expected = Math.max(0, Math.min(answer.size(), frontier - window.start));
    boolean isAsExpected = known.size() == lastKnown + 1 && known.size() == expected;
    state.drift += startsPass || isAsExpected ? 0 : 1;
    search.delivered(startsPass || isAsExpected, !fresh.isEmpty());
    startsPass = false;
    frontier = window.start + answer.size();
    failure = fresh.isEmpty() ? failure : progress.goesOn(window, answer, frontier);
    goOn(asked, window, answer, isShort);
    return fresh;
  }

  private void goOn(Window asked, Window window, PageContent<T> answer, boolean isShort) {
    boolean isShortStart = answer.size() < Window.LONG_ENOUGH && window.start == 0;
    if (isShort && !isCounted() && takes.isDoubtful(asked, answer)) {
      endCheck = takes.check(window, answer, origin.first());
      next = endCheck.asked;
    } else if (isShort) {
      isRead = true;
      end(window);
    } else if (takes.isCutPerhaps && isShortStart && origin.isBaseSure) {
      shortList = new ShortList(asked, answer, origin.base);
      next = shortList.second;
    } else {
      if (takes.isCutPerhaps) {
        takes.believeCut(answer.size());
        frontier = Window.of(window.number + 1, answer.size(), origin.base).start;
      }
      next = search();
    }
  }

  private List<PageItem<T>> acceptShortList(ShortList list, Window asked, PageContent<T> answer) {
    if (asked == list.second && list.isWhole(answer)) {
      next = list.first.copy();
      return new ArrayList<>();
    }
    shortList = null;
    if (asked != list.second && !list.items.equals(answer.identities())) {
      // Reads the start of the list again. Its position has not changed.
      startsPass = true;
      return acceptWindow(asked, answer);
    }
    if (asked != list.second) {
      isRead = true;
      end(asked);
    } else if (answer.size() > list.items.size()) {
      // No server limits one page more than the next, so page 1 may have been the last page.
      takes.disbelieveCut(answer.size());
      tooLate = asked;
      next = origin.isProven ? search() : origin.probe(takes.greatest);
    } else {
      takes.believeCut(list.items.size());
      next = search();
    }
    return new ArrayList<>();
  }

  private List<PageItem<T>> acceptCheck(EndCheck check, PageContent<T> answer) {
    int size = answer.size();
    endCheck = check.next(size);
    if (check.isAgain()) {
      return acceptWindow(check.asked, answer);
    }
    takes.checked(check, size);
    isRead = check.isEnd(size);
    frontier = isRead || check.isCut(size) ? check.end(size) : frontier;
    if (isRead) {
      count = check.count;
      end(check.window);
    } else if (check.isCut(size) && !takes.isLimit(check.take(size))) {
      int own = takes.own(check.take(size));
      readPlainlyFrom(Window.at(frontier, own, origin.base), check.reason());
    } else {
      next = endCheck == null ? search() : endCheck.asked;
    }
    return new ArrayList<>();
  }

  private @Nullable Window search() {
    Window window = search.next(frontier, takes.greatest, origin.base);
    if (window == null) {
      readPlainlyFrom(Window.at(frontier, takes.greatest, origin.base), takes.gapAt(frontier));
    }
    return window;
  }

  /** Handles a window that starts too late, or after the end of the list. */
  private void failed(Window window) {
    state.drift++;
    tooLate = window;
    if (isResumed) {
      isLost = true;
      search.forget();
      next = window;
    } else if (!origin.isProven) {
      next = origin.probe(takes.greatest);
    } else if (search.halves(window, frontier)) {
      next = search();
    } else {
      stepBack(window);
    }
  }

  private void stepBack(Window window) {
    next =
        window.start == 0
            ? origin.beforePageOne(window, takes.greatest)
            : search.back(window, takes.greatest, origin.base);
    if (next == null) {
      readPlainlyFrom(Window.at(frontier, takes.greatest, origin.base), NextWindow.MOVED);
    }
  }

  /** Handles what appears to be the end of the list. */
  private void end(Window window) {
    if (count != null && origin.rebase(window, count - frontier)) {
      frontier = count;
    }
    if (!isCounted() && !origin.isProven) {
      tooLate = window;
      next = origin.probe(takes.greatest);
    } else if (count != null && count > frontier) {
      failure = progress.endsEarly(window, frontier, count);
      isRead = false;
      next = search();
    } else {
      state.drift += count != null && count < frontier && state.delivered > 0 ? 1 : 0;
      next = null;
    }
  }

  /** Returns whether the count confirms the end. After a change, it may do so by chance. */
  private boolean isCounted() {
    return count != null && count == frontier && state.drift == 0;
  }

  private List<PageItem<T>> acceptProbe(Window asked, PageContent<T> answer) {
    if (answer.number == 1 || answer.items.isEmpty()) {
      return resume();
    }
    origin.probed();
    int unknown = answer.firstOf(seen);
    if (!isRead || unknown < 0) {
      return startAnew(asked, answer);
    }
    // Page 0 reaches the items already read, so nothing else comes before them.
    List<PageItem<T>> fresh = state.take(answer.items.subList(0, unknown), seen);
    // Otherwise, page 0 may be page 1, which a resumed walk has to find out.
    origin.isProven = !fresh.isEmpty();
    if (origin.isProven) {
      origin.startSecondPass(state, true);
    }
    next = null;
    return fresh;
  }

  /** Continues once the start of the list is known: ends the list, or searches for missed items. */
  private List<PageItem<T>> resume() {
    origin.probed();
    Window window = requireNonNull(tooLate, "a probe has a reason");
    if (isRead) {
      end(window);
    } else {
      stepBack(window);
    }
    return new ArrayList<>();
  }

  /** Reads the list from page 0, because page 1 was not the start or none of its items are left. */
  private List<PageItem<T>> startAnew(Window asked, PageContent<T> answer) {
    seen = new IdentitySet();
    takes = new PageSize(take);
    origin.startAnew();
    state.drift = 0;
    search = new NextWindow();
    origin.startSecondPass(state, state.delivered + state.faulted > 0);
    startsPass = true;
    isRead = false;
    return acceptWindow(asked, answer);
  }

  private List<PageItem<T>> readPlainly(Window asked, PageContent<T> answer, int take) {
    Window own = Window.of(asked.number, take, origin.base);
    Window window = origin.settle(own, answer.in(seen).size(), answer.size(), frontier);
    boolean isBehind = window.start > frontier;
    readPlainlyFrom(isBehind ? Window.at(frontier, take, origin.base) : window, PageSize.IGNORED);
    return isBehind ? new ArrayList<>() : requireNonNull(plain).accept(asked, answer);
  }

  private void readPlainlyFrom(Window page, String reason) {
    unprovable = reason;
    plain = SequentialPaging.continuing(state, progress, page, origin.base);
  }
}
