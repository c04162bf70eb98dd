package ai.withcortex.client.internal.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the position of a checkpoint and resumes after it. */
public final class ResumedPaging<T> implements PagingStrategy<T> {
  private static final int MOST_MISSED = 64;
  private static final long LOOKS = 10;
  private static final long GROWTH = 1_000;
  private static final String PAGE_ZERO =
      "Page 0 is not empty, so the walk from page 1 missed the start of the list and cannot be"
          + " resumed. Start over with page 0.";

  private static final String UNKNOWN_START =
      "Page 0 is not empty, and no responses show that it is page 1, so the walk from page 1 may"
          + " have missed the start of the list and cannot be resumed. Start over with page 0.";

  private final WalkState state;
  private final WalkState saved;
  private final ProgressCheck progress;
  private int take;

  /** The number of consecutive responses without a known item. */
  private int missed;

  /** The number of refused pages. */
  private int refused;

  private @Nullable StartCheck start;

  /** The reason why page 0 may exist, although the server did not send it. */
  private @Nullable String doubt;

  /** The count that came with the last page, or null. */
  private @Nullable Long count;

  private @Nullable PositionSearch search;

  /**
   * Continues after the position once it is found. In exact mode, this is the same as {@code
   * exact}.
   */
  private @Nullable PagingStrategy<T> found;

  private @Nullable OverlappingPaging<T> exact;
  private @Nullable PagingContractException failure;

  /**
   * @param take the maximum number of items to request
   */
  public ResumedPaging(WalkState state, WalkState saved, int take) {
    this.state = state;
    this.saved = saved;
    progress = new ProgressCheck(state);
    // Pages that do not overlap can be found only with their original size.
    this.take = saved.isPlain ? saved.take : Math.min(take, saved.take);
    start = saved.isBaseProven ? null : new StartCheck(this.take, saved);
    if (saved.isSecondPass) {
      failure = new PagingContractException(PAGE_ZERO);
    } else if (saved.recent.isUncertain && !saved.recent.isWhole()) {
      failure =
          new PagingContractException(
              "Too many of the last items before the checkpoint were deleted, or moved on faster"
                  + " than the walk read them, so its position is uncertain. Start over, and expect"
                  + " some items to be delivered again.");
    } else {
      failure = requireLongPages();
    }
    if (start == null) {
      begin();
    }
  }

  /** Goes on once it is known where the list starts. */
  private void begin() {
    if (saved.recent.isWhole() && !saved.isPlain) {
      exact = OverlappingPaging.resumed(state, saved, take, null);
      found = exact;
    } else {
      search =
          new PositionSearch(
              saved.position,
              take,
              saved.base,
              saved.isPlain,
              saved.isBaseGuessed,
              saved.countAtEnd);
    }
  }

  private @Nullable PagingContractException requireLongPages() {
    // If every delivered item is known, nothing can come twice, and short pages may be the end.
    if (!saved.isPlain || take >= Window.LONG_ENOUGH || saved.recent.isWhole()) {
      return null;
    }
    return new PagingContractException(
        String.format(
            "Pages of %d items that do not overlap are too short to resume from. Start over, with a"
                + " take of at least %d if the server allows it.",
            take, Window.LONG_ENOUGH));
  }

  @Override
  public @Nullable Window next() {
    if (start != null) {
      return start.asked;
    }
    return search == null ? found().next() : search.next();
  }

  @Override
  public @Nullable Window following(Window window, int distance) {
    return start == null && search == null ? found().following(window, distance) : null;
  }

  @Override
  public @Nullable PagingContractException failure() {
    return failure == null && found != null ? found.failure() : failure;
  }

  @Override
  public @Nullable String unprovable() {
    String reason = found == null ? null : found.unprovable();
    String before = saved.unprovable == null ? doubt : saved.unprovable;
    return before == null || (FirstPage.isDoubt(before) && isCounted()) ? reason : before;
  }

  /** Returns whether nothing changed, and the count proves that every item was delivered. */
  private boolean isCounted() {
    boolean isRead = found != null && found.next() == null && state.drift == 0;
    return isRead && count != null && count == state.delivered + state.faulted;
  }

  @Override
  public @Nullable List<PageItem<T>> refused(Window asked, CortexApiException refusal) {
    if (start == null) {
      return refusedPage(asked, refusal);
    }
    String reason = FirstPage.doubt(refusal);
    if (asked.number == 1
        || FirstPage.isPassing(refusal)
        || (asked.number == 2 && reason != null)) {
      return null;
    }
    doubt = reason;
    start.ends();
    checked(start);
    return new ArrayList<>();
  }

  @Override
  public List<PageItem<T>> accept(Window asked, PageContent<T> answer) {
    if (start != null) {
      state.count(answer);
      start.accept(answer, state.hasOtherNumbers);
      failure = start.hasFailed() ? new PagingContractException(UNKNOWN_START) : null;
      checked(start);
      return new ArrayList<>();
    }
    return search == null ? acceptNext(asked, answer) : acceptSearch(search, asked, answer);
  }

  private void checked(StartCheck check) {
    if (check.isDone) {
      doubt = check.isProven ? doubt : FirstPage.UNTOLD;
      saved.isBaseGuessed = !check.isBaseKnown;
      start = null;
      begin();
    }
  }

  private List<PageItem<T>> acceptSearch(
      PositionSearch search, Window asked, PageContent<T> answer) {
    int last = answer.lastOf(state.known);
    int size = answer.sizeOfPages(asked);
    if (saved.isPlain ? size != take : last < 0 && size < asked.take) {
      // The page is elsewhere in the list, because the server has a different greatest take now.
      take = size;
      failure = requireLongPages();
      searchFrom(saved.position, saved.countAtEnd);
      return new ArrayList<>();
    }
    if (last < 0) {
      state.count(answer);
      search.missed(asked, answer);
      missed(search.next() == null);
      return new ArrayList<>();
    }
    // The walk is also past the items that were added before the position.
    answer.items.subList(0, last).forEach(item -> state.known.add(item.identity));
    this.search = null;
    if (saved.isPlain) {
      found = SequentialPaging.resumed(state, saved, progress, asked);
    } else if (exact == null) {
      exact = OverlappingPaging.resumed(state, saved, take, asked);
      found = exact;
    }
    return acceptNext(asked, answer);
  }

  /** Treats a refused page as one past the end of the list, unless it is the first one. */
  private @Nullable List<PageItem<T>> refusedPage(Window asked, CortexApiException refusal) {
    if (search == null) {
      List<PageItem<T>> fresh = found().refused(asked, refusal);
      searchIfLost();
      return fresh;
    }
    boolean isOutside = asked.start > 0 && FirstPage.doubt(refusal) == null;
    return isOutside && ++refused <= MOST_MISSED
        ? acceptSearch(search, asked, PageContent.empty(asked, null))
        : null;
  }

  private void searchFrom(long position, @Nullable Long count) {
    search =
        new PositionSearch(position, take, saved.base, saved.isPlain, saved.isBaseGuessed, count);
    missed(false);
  }

  private List<PageItem<T>> acceptNext(Window asked, PageContent<T> answer) {
    if (isMovedPerhaps(answer)) {
      searchFrom(state.position, state.countAtEnd);
      return new ArrayList<>();
    }
    if (saved.isPlain || (exact != null && exact.plain != null)) {
      // A server that falls back to its last page may send a page from before the position.
      int last = answer.lastOf(saved.known);
      for (PageItem<T> item : answer.items.subList(0, Math.max(0, last))) {
        state.known.add(item.identity);
        saved.known.add(item.identity);
      }
    }
    count = answer.count;
    List<PageItem<T>> fresh = found().accept(asked, answer);
    if (!fresh.isEmpty()) {
      missed = 0;
    }
    searchIfLost();
    searchPlainly();
    return fresh;
  }

  /**
   * Finds the position once more if windows can no longer overlap, because pages may be elsewhere.
   */
  private void searchPlainly() {
    if (exact == null || exact.plain == null || saved.isPlain) {
      return;
    }
    Window rest = exact.plain.next();
    if (rest != null && rest.take >= Window.LONG_ENOUGH && saved.position > 0) {
      doubt = exact.unprovable();
      saved.isPlain = true;
      saved.base = exact.origin.base;
      saved.isBaseGuessed = exact.origin.isBaseGuessed;
      take = rest.take;
      exact = null;
      searchFrom(state.position, state.countAtEnd);
    }
  }

  /**
   * Returns whether so many items were added that the page may have only items that were delivered
   * before the checkpoint and are no longer known.
   */
  private boolean isMovedPerhaps(PageContent<T> answer) {
    Long before = state.countAtEnd;
    return saved.isPlain
        && !saved.recent.isWhole()
        && before != null
        && answer.count != null
        && answer.count - before >= RecentItems.MOST
        && answer.lastOf(state.known) < 0;
  }

  private void searchIfLost() {
    if (exact != null && exact.isLost) {
      FirstPage origin = exact.origin;
      long frontier = exact.reader.frontier;
      search = new PositionSearch(frontier, take, origin.base, false, origin.isBaseGuessed, null);
      missed(false);
    }
  }

  /** Records a response without any known item. */
  private void missed(boolean isLast) {
    missed++;
    // This is enough to search a list that has become several times as long.
    if (isLast || missed > MOST_MISSED + LOOKS * (state.position + GROWTH) / take) {
      failure =
          new PagingContractException(
              String.format(
                  "None of the last %d items before the checkpoint, up to item %d, were found in %d"
                      + " responses, so its position is unknown. Either they were deleted, or the"
                      + " list grows faster than the walk can search it. Start over, and expect"
                      + " some items to be delivered again.",
                  saved.recent.saved().size(), saved.delivered, missed));
    }
  }

  private PagingStrategy<T> found() {
    return requireNonNull(found, "the position must be found first");
  }

  @Override
  public void save(WalkState to) {
    if (found == null) {
      to.base = saved.base;
      to.isPlain = saved.isPlain;
      to.isSecondPass = saved.isSecondPass;
      to.take = take;
      to.longest = saved.longest;
      to.isBaseGuessed = saved.isBaseGuessed;
    } else {
      found.save(to);
    }
    to.isBaseProven = start == null;
  }
}
