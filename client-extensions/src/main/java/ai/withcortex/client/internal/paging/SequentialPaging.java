package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list page by page, each page once. Misses items that deletions shift to a page that has
 * already been read.
 *
 * <p>The list ends when the number of items received reaches the server's count, at an empty page,
 * or at a page that is shorter than the take reported by the server. If a page is only shorter than
 * requested, the server may have limited it, even if it repeats the requested take.
 */
final class SequentialPaging<T> implements PagingStrategy<T> {
  /** The number of pages that the position may be off by, as servers number pages differently. */
  private static final long LEEWAY = 2;

  private final WalkState state;
  private final ProgressCheck progress;
  private final Window first;
  private final PagePosition position;
  private final RepeatedPages repeats = new RepeatedPages();
  private final boolean isContinuing;

  /** Whether the number of the first page comes from a checkpoint. */
  private boolean isResumed;

  private @Nullable Window next;

  /** Whether it is certain that nothing comes before the first page. */
  private boolean isStartSure;

  /** Reads what comes before page 1; null until the end of the list is reached. */
  private @Nullable LateStart<T> lateStart;

  /** The page that appeared to be the end of the list. */
  private Window last;

  /** The number of new items received. */
  private long received;

  private int pages;
  private boolean isWhole;

  /** The number of the page that the server refused last. */
  private int lastRefused = Integer.MAX_VALUE;

  /** A page that the server refused, to request again unless page 0 has what is missing. */
  private @Nullable Window again;

  /** The reason why the list may go on after the end of the walk, or null if there is none. */
  private @Nullable String doubt;

  private @Nullable PagingContractException failure;

  /**
   * @param isSure whether it is certain that page 1 is the first page of the list if the walk
   *     starts there
   */
  SequentialPaging(WalkState state, int firstPage, int take, boolean isSure) {
    this(
        state,
        new ProgressCheck(state),
        Window.of(firstPage, take, Math.min(firstPage, 1)),
        Math.min(firstPage, 1),
        false);
    isStartSure = firstPage != 1 || isSure;
    position.isKnown = firstPage <= 1;
  }

  /**
   * Continues with a page after a different strategy has read the items before it.
   *
   * @param isStartSure whether it is certain that nothing comes before what was read
   */
  static <T> SequentialPaging<T> continuing(
      WalkState state, ProgressCheck progress, Window page, int base, boolean isStartSure) {
    SequentialPaging<T> plan = new SequentialPaging<>(state, progress, page, base, true);
    plan.isStartSure = isStartSure;
    plan.position.count = state.countAtEnd;
    return plan;
  }

  /** Continues with a page that has some of the last items before a checkpoint. */
  static <T> SequentialPaging<T> resumed(
      WalkState state, WalkState saved, ProgressCheck progress, Window page) {
    SequentialPaging<T> plan = continuing(state, progress, page, saved.base, true);
    plan.position.isKnown = !saved.isElsewhere;
    plan.isResumed = true;
    return plan;
  }

  private SequentialPaging(
      WalkState state, ProgressCheck progress, Window first, int base, boolean isContinuing) {
    this.state = state;
    this.progress = progress;
    this.first = first;
    this.isContinuing = isContinuing;
    position = new PagePosition(state, first, base);
    state.recent.readPlainly();
    last = first;
    next = first;
  }

  @Override
  public @Nullable Window next() {
    return next;
  }

  @Override
  public @Nullable Window following(Window window, int distance) {
    boolean isLastPerhaps = position.isEndWithin((distance + 1L) * window.take);
    return pages == 0 || lateStart != null || repeats.awaitsPart() || isLastPerhaps
        ? null
        : Window.of(window.number + 1, window.take, position.base);
  }

  @Override
  public @Nullable PagingContractException failure() {
    return failure;
  }

  @Override
  public @Nullable String unprovable() {
    String atStart = lateStart == null ? null : lateStart.unprovable();
    if (atStart != null) {
      return atStart;
    }
    if (doubt != null) {
      return doubt;
    }
    return isWhole || pages == 0
        ? null
        : "the pages did not overlap, so items may have moved between them unnoticed";
  }

  @Override
  public List<PageItem<T>> accept(Window asked, PageContent<T> answer) {
    position.count(answer);
    if (lateStart != null && lateStart.next() != null) {
      return acceptEarlier(lateStart, asked, answer);
    }
    if (isProbe(asked)) {
      return acceptPart(answer);
    }
    if (pages++ == 0 && !position.isKnown) {
      position.guess(first, answer);
    }
    if (first.number == 0 && asked.number == 1) {
      position.settleBase(answer, repeats.last);
    }
    List<PageItem<T>> fresh = deliver(answer);
    boolean isNew = 2 * fresh.size() >= answer.size();
    position.observeSize(asked, answer, repeats.last.size(), isNew);
    repeats.add(answer, !fresh.isEmpty());
    received += fresh.size();
    if (answer.items.isEmpty() || repeats.isLastAgain(asked)) {
      isWhole |= pages == 1 && first.number <= 1 && !isContinuing;
      end(asked);
    } else if (position.count != null || !repeats.isTooMany()) {
      goOn(asked, answer, isNew);
    } else if (repeats.hasGoneOn) {
      endRepeated(asked);
    } else {
      last = asked;
      next = repeats.part(position.base);
    }
    return fresh;
  }

  private List<PageItem<T>> deliver(PageContent<T> answer) {
    answer.place(position.get());
    state.recent.moved(answer.in(state.known));
    int lastKnown = answer.lastOf(state.known);
    repeats.hasGoneOn |= pages > 1 && lastKnown < answer.size() - 1;
    repeats.hasGoneOn |= isContinuing && state.delivered + state.faulted > answer.size();
    state.position = position.get() + lastKnown + 1;
    answer.place(state.known);
    List<PageItem<T>> fresh = new ArrayList<>();
    answer.items.forEach(item -> state.take(item, fresh));
    return fresh;
  }

  @Override
  public boolean isProbe(Window window) {
    return repeats.isPart(window);
  }

  private List<PageItem<T>> acceptPart(PageContent<T> answer) {
    if (repeats.isOnlyPage(answer)) {
      endRepeated(last);
    } else {
      failure = repeats.check(last, false);
    }
    return new ArrayList<>();
  }

  /**
   * Ends the list before a refused page, unless the count says that there are more items. In that
   * case, the list may have become shorter, and the page before this one has a newer count.
   */
  @Override
  public @Nullable List<PageItem<T>> refused(Window asked, CortexApiException refused) {
    if (lateStart != null && lateStart.next() != null) {
      return refusedEarlier(lateStart, asked, refused);
    }
    boolean isStart = isContinuing ? asked.start == 0 : asked.number == first.number;
    if (isStart || !progress.mayBePastEnd(refused)) {
      return null;
    }
    long left = position.left();
    boolean isAgain = asked.number >= lastRefused;
    lastRefused = asked.number;
    if (left <= 0 || (isAgain && left <= LEEWAY * position.pageSize() && state.drift > 0)) {
      doubt =
          String.format(
              "the server refused %s with status %d, which is taken for the end of the list",
              asked, refused.status());
      end(asked);
      return new ArrayList<>();
    }
    if (isAgain && !isStartSure) {
      again = asked.copy();
      end(asked);
      return new ArrayList<>();
    }
    if (isAgain) {
      return null;
    }
    repeats.forget();
    position.stepBack();
    next = Window.of(asked.number - 1, asked.take, position.base);
    return new ArrayList<>();
  }

  private void goOn(Window asked, PageContent<T> answer, boolean isNew) {
    position.advance(answer.size());
    long reached = first.start + received;
    PagingContractException stuck =
        progress.check(asked, position.pageSize(), isNew, reached, answer.first());
    boolean isEnd = position.isEnd(asked, answer);
    PagingContractException repeated = repeats.check(asked, isEnd);
    failure = repeated == null ? stuck : repeated;
    boolean isShort = answer.isTakeConfirmed && answer.size() < answer.take;
    isWhole = isEnd && isShort && pages == 1 && first.number <= 1 && !isContinuing;
    next = Window.of(asked.number + 1, asked.take, position.base);
    if (isEnd && failure == null) {
      end(asked);
    }
  }

  private void endRepeated(Window page) {
    doubt = RepeatedPages.DOUBT;
    end(page);
  }

  /** Ends the list, or requests page 0 first if it may have items as well. */
  private void end(Window page) {
    last = page;
    if (isStartSure || position.isCounted()) {
      finish();
    } else {
      lateStart = new LateStart<>(state, page.take);
      next = lateStart.next();
    }
  }

  private void finish() {
    isStartSure = true;
    next = position.left() > 0 ? again : null;
    again = null;
    if (next == null) {
      requireNothingMissing();
    }
  }

  private List<PageItem<T>> acceptEarlier(LateStart<T> start, Window asked, PageContent<T> answer) {
    List<PageItem<T>> fresh = start.accept(asked, answer);
    position.advance(fresh.size());
    failure =
        progress.check(
            asked, position.pageSize(), !fresh.isEmpty(), position.get(), answer.first());
    next = start.next();
    if (next == null) {
      finish();
    }
    return fresh;
  }

  private @Nullable List<PageItem<T>> refusedEarlier(
      LateStart<T> start, Window asked, CortexApiException refused) {
    if (!start.refused(asked, refused, position.left() > 0)) {
      return null;
    }
    finish();
    return new ArrayList<>();
  }

  private void requireNothingMissing() {
    Long count = position.count;
    if (doubt == null && count != null && position.left() > 0 && state.drift == 0) {
      failure = ProgressCheck.endsWithout(last, count, position.get(), 1 - position.base);
    }
  }

  @Override
  public void save(WalkState to) {
    to.base = position.base;
    to.isBaseProven = isStartSure;
    to.isSecondPass |= lateStart != null && lateStart.hasItems();
    // Page 1 tells whether the server has sent it for page 0.
    to.isElsewhere = !position.isKnown || (first.number == 0 && pages == 1 && !isResumed);
    to.isPlain = true;
    to.take = position.pageSize();
  }
}
