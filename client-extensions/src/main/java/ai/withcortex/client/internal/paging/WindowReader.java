package ai.withcortex.client.internal.paging;

import ai.withcortex.client.internal.paging.FirstPage.ShortList;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads windows one after the other: finds the new items in each, and whether the list ends with it
 * or which window comes next. What a short window means may take further requests to find out.
 */
final class WindowReader<T> {
  private final WalkState state;
  private final ProgressCheck progress;
  private final FirstPage origin;
  private final int take;
  PageSize takes;
  NextWindow windows = new NextWindow();

  /** The items seen in this pass: those delivered, unless the list is read again from page 0. */
  IdentitySet seen;

  private boolean startsPass = true;

  /** Whether some items were read before the walk was resumed. */
  boolean isContinued;

  /** Whether the next window is the one with which a resumed walk begins. */
  private boolean resumes;

  /** The number of items up to the end of the last window. */
  long frontier;

  /** The last count sent by the server. */
  @Nullable Long count;

  private @Nullable ShortList shortList;

  /** Whether a short first page was different when it was read again. */
  private boolean isChanging;

  private @Nullable EndCheck endCheck;

  /** The window to request now, or null if it is not up to this class. */
  @Nullable Window next;

  /** The window with which the list seems to end, or null if the last response was different. */
  @Nullable Window end;

  /** Whether the last window starts too late, or after the end of the list. */
  boolean isTooLate;

  /** The window that starts too late or seems to end the list, but may only follow page 0. */
  @Nullable Window tooLate;

  /** The page to go on with page by page because windows cannot overlap, or null if they can. */
  @Nullable Window rest;

  @Nullable String unprovable;
  @Nullable PagingContractException failure;

  WindowReader(WalkState state, ProgressCheck progress, FirstPage origin, int take) {
    this.state = state;
    this.progress = progress;
    this.origin = origin;
    this.take = take;
    takes = new PageSize(take);
    seen = state.known;
  }

  /** Skips the items before a position, which were read before the walk was resumed. */
  void resume(WalkState saved) {
    takes.longest = saved.longest;
    frontier = saved.position;
    startsPass = frontier == 0;
    isContinued = !startsPass;
    resumes = isContinued;
  }

  /** Reads the list again from its start, as if none of its items were known. */
  void restart() {
    seen = new IdentitySet();
    takes = new PageSize(take);
    windows = new NextWindow();
    startsPass = true;
  }

  @Nullable Window following(Window window, int distance) {
    boolean isEndPerhaps = count != null && window.start + window.take >= count;
    boolean isChecking = shortList != null || endCheck != null;
    return startsPass || isChecking || isEndPerhaps || !origin.isBaseSure
        ? null
        : windows.following(window, distance, takes.greatest, origin.base);
  }

  List<PageItem<T>> accept(Window asked, PageContent<T> answer) {
    next = null;
    end = null;
    isTooLate = false;
    if (endCheck != null) {
      return acceptCheck(endCheck, answer);
    }
    return shortList == null
        ? acceptWindow(asked, answer)
        : acceptShortList(shortList, asked, answer);
  }

  /** Returns whether the walk can go on if the server refuses the window. */
  boolean mayFail(Window asked, CortexApiException refusal) {
    return endCheck == null
        ? !startsPass && asked.start > 0 && progress.mayBePastEnd(refusal)
        : endCheck.mayFail(refusal);
  }

  private List<PageItem<T>> acceptWindow(Window asked, PageContent<T> answer) {
    int take = takes.observe(asked, answer);
    int known = answer.in(seen).size();
    origin.isZeroOne |= asked.number == 0 && answer.number == 1;
    origin.isZeroOne &= !state.hasOtherNumbers;
    boolean isNext = known > 0 && known < answer.size() && known == frontier - asked.start;
    Window window = origin.placed(asked, answer, take, isNext);
    boolean isShort = takes.isShort(asked, answer, take);
    if (takes.isIgnored) {
      Window page = Window.of(asked.number, take, origin.base);
      Window own = origin.settle(page, known, answer.size(), frontier);
      // A resumed walk no longer knows all items before its position.
      boolean isElsewhere = own.start > frontier || (known == 0 && frontier > 0);
      stop(isElsewhere ? Window.at(frontier, take, origin.base) : own, PageSize.IGNORED);
      return new ArrayList<>();
    }
    int lastKnown = answer.lastOf(seen);
    isTooLate = lastKnown < 0 && !startsPass && !origin.isStart(window);
    if (isTooLate) {
      tooLate = window;
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
    windows.delivered(startsPass || isAsExpected, !fresh.isEmpty());
    startsPass = false;
    long read = frontier;
    long reached = window.start + answer.size();
    // The window with which a resumed walk begins may end before its position. Any other one that
    // ends before the items read so far tells that the next of them may have been deleted.
    frontier = resumes && isAsExpected && !isShort ? Math.max(read, reached) : reached;
    resumes = false;
    failure = fresh.isEmpty() ? failure : progress.goesOn(window, answer, frontier);
    // No window ends before the items read so far, unless some were deleted.
    boolean isWhole = isAsExpected && reached > read;
    boolean isAll = window.start == 0 && answer.isCounted();
    boolean isSure = isAll || isCounted();
    boolean isDoubtful = isShort && !isSure && takes.isDoubtful(asked, answer, isWhole);
    goOn(asked, window, answer, isShort, isDoubtful);
    return fresh;
  }

  private void goOn(
      Window asked, Window window, PageContent<T> answer, boolean isShort, boolean isDoubtful) {
    boolean isShortStart = answer.size() < Window.LONG_ENOUGH && window.start == 0;
    if (isDoubtful) {
      endCheck = takes.check(window, answer, origin.first());
      next = endCheck.asked;
    } else if (isShort) {
      end = window;
    } else if (takes.isCutPerhaps && isShortStart && (origin.isBaseSure || !isChanging)) {
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
      // Page 1 with items may be page 0 again. If so, page 2 is the next one.
      boolean isAgain = asked.number == 1 && origin.isBaseGuessed && answer.size() > 0;
      list.second = isAgain ? Window.of(2, asked.take, 0) : asked;
      next = isAgain ? list.second : list.first.copy();
      if (!isAgain && list.isCounted) {
        shortList = null;
        // A later count may be of a longer list.
        count = (long) list.items.size();
        end = list.first;
      }
      return new ArrayList<>();
    }
    shortList = null;
    if (asked != list.second && !list.items.equals(answer.identities())) {
      // Reads the start of the list again. Its position has not changed.
      startsPass = true;
      isChanging = true;
      return acceptWindow(asked, answer);
    }
    if (asked != list.second) {
      end = asked;
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
    frontier = check.isEnd(size) || check.isCut(size) ? check.end(size) : frontier;
    if (check.isEnd(size)) {
      count = check.count;
      end = check.window;
    } else if (check.isCut(size) && !takes.isLimit(check.take(size))) {
      int own = takes.own(check.take(size));
      stop(Window.at(frontier, own, origin.base), check.reason());
    } else {
      next = endCheck == null ? search() : endCheck.asked;
    }
    return new ArrayList<>();
  }

  /** Returns the window after the items read so far, or null if none overlaps them. */
  @Nullable Window search() {
    Window window = windows.next(frontier, takes.greatest, origin.base);
    if (window == null) {
      stop(takes.gapAt(frontier));
    }
    return window;
  }

  /** Stops reading windows after the items read so far. */
  void stop(String reason) {
    stop(Window.at(frontier, takes.greatest, origin.base), reason);
  }

  private void stop(Window page, String reason) {
    rest = page;
    unprovable = reason;
  }

  /** Returns whether the count confirms the end. After a change, it may do so by chance. */
  boolean isCounted() {
    return count != null && (count == frontier || count == read()) && state.drift == 0;
  }

  /** Returns the number of items read, whatever their positions are, or 0 after a change. */
  long read() {
    long earlier = isContinued ? state.delivered + state.faulted : 0;
    return state.drift == 0 ? Math.max(earlier, seen.size()) : 0;
  }
}
