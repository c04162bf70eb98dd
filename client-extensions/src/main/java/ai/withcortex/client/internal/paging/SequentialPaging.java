package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list page by page, each page once. Misses items that deletions shift to a page that has
 * already been read.
 *
 * <p>The list ends when the number of items received reaches the server's count, at an empty page,
 * or at a page that is shorter than the take reported by the server. If a page is only shorter than
 * requested, the server may have limited it.
 */
final class SequentialPaging<T> implements PagingStrategy<T> {
  /**
   * The number of times in a row that a page may repeat the previous one. This happens when a full
   * page of items is added between requests.
   */
  private static final int MOST_REPEATED = 8;

  /** The number of pages that the position may be off by, as servers number pages differently. */
  private static final long LEEWAY = 2;

  private final WalkState state;
  private final ProgressCheck progress;
  private final Window first;
  private int base;
  private final boolean isContinuing;
  private @Nullable Window next;

  /** Whether it is certain that nothing comes before the first page. */
  private boolean isStartSure;

  /** Reads what comes before page 1; null until the end of the list is reached. */
  private @Nullable LateStart<T> lateStart;

  /** The page that appeared to be the end of the list. */
  private Window last;

  /** The number of items on a full page, which is less than requested if the server limits it. */
  private int pageSize;

  /** The number of items before the next page if page numbers start at 1. */
  private long position;

  /** The last count sent by the server. */
  private @Nullable Long count;

  /** Whether the position is known from the server's data. */
  private boolean isPositionKnown;

  /** The number of items on the longest page. */
  private int longest;

  private List<Identity> lastPage = Collections.emptyList();

  /** The number of new items received. */
  private long received;

  private int repeated;
  private int pages;
  private boolean isWhole;

  /** The number of the page that the server refused last. */
  private int lastRefused = Integer.MAX_VALUE;

  /** The reason why the list may go on after the end of the walk, or null if there is none. */
  private @Nullable String doubt;

  /** Whether a page had items after those of earlier pages, so the server respects page numbers. */
  private boolean hasGoneOn;

  /** A part of a page that comes for each number, or null before it is requested. */
  private @Nullable Window part;

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
    position = firstPage > 1 ? -1 : 0;
    isPositionKnown = firstPage <= 1;
  }

  /** Continues with a page after a different strategy has read the items before it. */
  static <T> SequentialPaging<T> continuing(
      WalkState state, ProgressCheck progress, Window page, int base) {
    return new SequentialPaging<>(state, progress, page, base, true);
  }

  /** Continues with a page that has some of the last items before a checkpoint. */
  static <T> SequentialPaging<T> resumed(
      WalkState state, WalkState saved, ProgressCheck progress, Window page) {
    SequentialPaging<T> plan = continuing(state, progress, page, saved.base);
    plan.isPositionKnown = !saved.isElsewhere;
    return plan;
  }

  private SequentialPaging(
      WalkState state, ProgressCheck progress, Window first, int base, boolean isContinuing) {
    this.state = state;
    this.progress = progress;
    this.first = first;
    this.base = base;
    this.isContinuing = isContinuing;
    position = first.start;
    count = isContinuing ? state.countAtEnd : null;
    isPositionKnown = true;
    state.recent.readPlainly();
    pageSize = first.take;
    isStartSure = true;
    last = first;
    next = first;
  }

  @Override
  public @Nullable Window next() {
    return next;
  }

  @Override
  public @Nullable Window following(Window window, int distance) {
    boolean isLastPerhaps =
        isPositionKnown && count != null && position + (distance + 1L) * window.take >= count;
    return pages == 0 || lateStart != null || part != null || isLastPerhaps
        ? null
        : Window.of(window.number + 1, window.take, base);
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
    state.count(answer);
    boolean isChanged = count != null && answer.count != null && !count.equals(answer.count);
    count = answer.count;
    if (lateStart != null) {
      return acceptEarlier(lateStart, asked, answer);
    }
    if (isProbe(asked)) {
      return acceptPart(answer);
    }
    if (pages++ == 0 && !isPositionKnown) {
      // Assumes that the pages before the first page of this walk are as long as the server says.
      position = (long) Math.max(0, first.number - 1) * answer.take;
      isPositionKnown = answer.isTakeConfirmed;
    }
    settleBase(asked, answer, isChanged);
    List<PageItem<T>> fresh = deliver(answer);
    boolean isNew = 2 * fresh.size() >= answer.size();
    observeSize(answer, isNew);
    List<Identity> before = lastPage;
    lastPage = answer.identities();
    boolean isRepeated = !lastPage.isEmpty() && lastPage.equals(before);
    // The last page also has no new items if insertions before it move some to it.
    boolean isMoved = count == null && fresh.isEmpty() && answer.isMostly(before);
    if (answer.items.isEmpty() || (isRepeated && answer.number < asked.number)) {
      isWhole |= pages == 1 && first.number <= 1 && !isContinuing;
      end(asked);
      return fresh;
    }
    repeated = isRepeated || isMoved ? repeated + 1 : 0;
    received += fresh.size();
    if (repeated <= MOST_REPEATED || count != null) {
      goOn(asked, answer, isNew);
    } else if (hasGoneOn) {
      endRepeated(asked);
    } else {
      last = asked;
      part =
          answer.size() == 1
              ? Window.of(base, 2, base)
              : Window.of(base + 1, (answer.size() + 1) / 2, base);
      next = part;
    }
    return fresh;
  }

  private void settleBase(Window asked, PageContent<T> answer, boolean isChanged) {
    if (first.number > 0 || asked.number != 1) {
      return;
    }
    if (answer.isMostly(lastPage) || StartCheck.isSamePage(lastPage, answer.identities())) {
      // The server numbers pages from 1 and has sent page 1 for page 0.
      base = 1;
      position = 0;
      isPositionKnown = true;
    } else {
      // This may also be page 1 again, if a page of items was added in between.
      isPositionKnown = !isChanged;
    }
  }

  private List<PageItem<T>> deliver(PageContent<T> answer) {
    answer.place(position);
    state.recent.moved(answer.in(state.known));
    int lastKnown = answer.lastOf(state.known);
    hasGoneOn |= pages > 1 && lastKnown < answer.size() - 1;
    hasGoneOn |= isContinuing && state.delivered + state.faulted > answer.size();
    state.position = position + lastKnown + 1;
    Identity delivered = null;
    for (int i = lastKnown; i >= 0; i--) {
      PageItem<T> item = answer.items.get(i);
      item.delivered = delivered;
      delivered = state.known.contains(item.identity) ? item.identity : delivered;
    }
    List<PageItem<T>> fresh = new ArrayList<>();
    answer.items.forEach(item -> state.take(item, fresh));
    return fresh;
  }

  @Override
  public boolean isProbe(Window window) {
    return window == part;
  }

  /**
   * Ends the list if the server respects page numbers, and so has only one page: the second half of
   * the page has a number, and no second item follows a single one.
   */
  private List<PageItem<T>> acceptPart(PageContent<T> answer) {
    boolean isSingle = lastPage.size() == 1;
    if (isSingle ? answer.size() == 1 : lastPage.indexOf(answer.first()) > 0) {
      endRepeated(last);
    } else {
      requireAnotherPage(last, false);
    }
    return new ArrayList<>();
  }

  /**
   * Ends the list before a refused page, unless the count says that there are more items. In that
   * case, the list may have become shorter, and the page before this one has a newer count.
   */
  @Override
  public @Nullable List<PageItem<T>> refused(Window asked, CortexApiException refused) {
    if (lateStart != null) {
      return refusedEarlier(lateStart, asked, refused);
    }
    boolean isStart = isContinuing ? asked.start == 0 : asked.number == first.number;
    if (isStart || !progress.mayBePastEnd(refused)) {
      return null;
    }
    long left = count == null || !isPositionKnown ? 0 : count - position;
    boolean isAgain = asked.number >= lastRefused;
    lastRefused = asked.number;
    if (left <= 0 || (isAgain && left <= LEEWAY * pageSize && state.drift > 0)) {
      doubt =
          String.format(
              "the server refused %s with status %d, which is taken for the end of the list",
              asked, refused.status());
      end(asked);
      return new ArrayList<>();
    }
    if (isAgain) {
      return null;
    }
    lastPage = Collections.emptyList();
    position = Math.max(0, position - pageSize);
    next = Window.of(asked.number - 1, asked.take, base);
    return new ArrayList<>();
  }

  private void goOn(Window asked, PageContent<T> answer, boolean isNew) {
    position += answer.size();
    PagingContractException stuck =
        progress.check(asked, pageSize, isNew, first.start + received, answer.first());
    failure = failure == null ? stuck : failure;
    boolean isLast = isLast(answer);
    requireAnotherPage(asked, isLast);
    boolean isShort = answer.isTakeConfirmed && answer.size() < answer.take;
    isWhole = isLast && isShort && pages == 1 && first.number <= 1 && !isContinuing;
    next = Window.of(asked.number + 1, asked.take, base);
    if (isLast && failure == null) {
      end(asked);
    }
  }

  private void endRepeated(Window page) {
    doubt =
        "the server repeats its last page and sends no count, so there is no proof that the list"
            + " ends there";
    end(page);
  }

  /** Ends the list, or requests page 0 first if it may have items as well. */
  private void end(Window page) {
    last = page;
    boolean isCounted = isPositionKnown && count != null && count == position && state.drift == 0;
    if (isStartSure || isCounted) {
      finish();
    } else {
      lateStart = new LateStart<>(state, page.take);
      next = lateStart.next();
    }
  }

  private void finish() {
    next = null;
    isStartSure = true;
    requireNothingMissing();
  }

  private List<PageItem<T>> acceptEarlier(LateStart<T> start, Window asked, PageContent<T> answer) {
    List<PageItem<T>> fresh = start.accept(asked, answer);
    position += fresh.size();
    failure = progress.check(asked, pageSize, !fresh.isEmpty(), position, answer.first());
    next = start.next();
    if (next == null) {
      finish();
    }
    return fresh;
  }

  private @Nullable List<PageItem<T>> refusedEarlier(
      LateStart<T> start, Window asked, CortexApiException refused) {
    boolean isNeeded = isPositionKnown && count != null && count > position;
    if (!start.refused(asked, refused, isNeeded)) {
      return null;
    }
    finish();
    return new ArrayList<>();
  }

  /** Without a confirmed take, pages are known to be full if two of them have the same length. */
  private void observeSize(PageContent<T> answer, boolean isNew) {
    longest = Math.max(longest, answer.size());
    if (answer.isTakeConfirmed && answer.take > 0) {
      pageSize = Math.min(pageSize, answer.take);
    } else if (isNew && !lastPage.isEmpty() && answer.size() == lastPage.size()) {
      pageSize = Math.min(pageSize, longest);
    }
    // A server with a page size of its own may send more than requested.
    pageSize = Math.max(pageSize, answer.size());
  }

  private boolean isLast(PageContent<T> answer) {
    if (answer.count != null && isPositionKnown) {
      return position >= answer.count;
    }
    return answer.isTakeConfirmed && answer.size() < answer.take;
  }

  private void requireNothingMissing() {
    if (doubt == null && count != null && isPositionKnown && position < count && state.drift == 0) {
      failure = ProgressCheck.endsWithout(last, count, position, 1 - base);
    }
  }

  private void requireAnotherPage(Window asked, boolean isLast) {
    // The last page also comes again if insertions move its items on.
    boolean isEnd = isLast && hasGoneOn;
    if (!isEnd && repeated > (isLast ? 0 : MOST_REPEATED)) {
      failure = ProgressCheck.repeats(asked, repeated);
    }
  }

  @Override
  public void save(WalkState to) {
    to.base = base;
    to.isBaseProven = isStartSure;
    to.isSecondPass |= lateStart != null && lateStart.hasItems();
    // Page 1 tells whether the server has sent it for page 0.
    to.isElsewhere = !isPositionKnown || (first.number == 0 && pages == 1 && !isContinuing);
    to.isPlain = true;
    to.take = pageSize;
  }
}
