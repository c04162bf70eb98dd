package ai.withcortex.client.internal.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The position of a walk that reads page by page, as far as pages and their headers tell it. */
final class PagePosition {
  private final WalkState state;

  /** The number of the first page of the list. */
  int base;

  /** Whether the position is known from the server's data. */
  boolean isKnown = true;

  /** The number of items before the next page if page numbers start at 1. */
  private long position;

  /** The number of items on a full page, which is less than requested if the server limits it. */
  private int pageSize;

  /** The number of items on the longest page. */
  private int longest;

  /** The last count sent by the server. */
  @Nullable Long count;

  /** Whether the last count differs from the one before it. */
  private boolean isChanged;

  PagePosition(WalkState state, Window first, int base) {
    this.state = state;
    this.base = base;
    position = first.start;
    pageSize = first.take;
  }

  long get() {
    return position;
  }

  int pageSize() {
    return pageSize;
  }

  /** Records the count that came with a page. */
  void count(PageContent<?> page) {
    state.count(page);
    isChanged = count != null && page.count != null && !count.equals(page.count);
    count = page.count;
  }

  /** Assumes that the pages before the first page of this walk are as long as the server says. */
  void guess(Window first, PageContent<?> page) {
    position = (long) Math.max(0, first.number - 1) * page.take;
    // No page is before the first one, so its position does not depend on the take. If the list
    // may start with page 0 or with page 1, no later page tells its position.
    boolean isFirst = first.number <= base;
    boolean isCounted = page.count != null && page.count == position + page.size();
    boolean isClear = base == 1 && (isCounted || page.isTakeProven(first, page.size()));
    isKnown = isFirst || (page.isTakeConfirmed && isClear);
  }

  /**
   * Finds out whether page 1 follows page 0.
   *
   * @param zero the items of page 0
   */
  void settleBase(PageContent<?> one, List<Identity> zero) {
    if (one.isMostly(zero) || StartCheck.isSamePage(zero, one.identities())) {
      // The server numbers pages from 1 and has sent page 1 for page 0.
      base = 1;
      position = 0;
      isKnown = true;
    } else {
      // This may also be page 1 again, if a page of items was added in between.
      isKnown = !isChanged;
    }
  }

  /**
   * Without a proven take, pages are known to be full if two of them have the same length.
   *
   * @param before the length of the page before, or 0
   * @param isNew whether most of the items are new
   */
  void observeSize(Window asked, PageContent<?> page, int before, boolean isNew) {
    longest = Math.max(longest, page.size());
    if (page.isTakeProven(asked, longest) && page.take > 0) {
      pageSize = Math.min(pageSize, page.take);
    } else if (isNew && before > 0 && page.size() == before) {
      pageSize = Math.min(pageSize, longest);
    }
    // A server with a page size of its own may send more than requested.
    pageSize = Math.max(pageSize, page.size());
  }

  void advance(int items) {
    position += items;
  }

  void stepBack() {
    position = Math.max(0, position - pageSize);
  }

  /** Returns whether the list may end within the given number of items after the position. */
  boolean isEndWithin(long items) {
    return isKnown && count != null && position + items >= count;
  }

  /** Returns whether the list ends at the position, according to the headers of the last page. */
  boolean isEnd(Window asked, PageContent<?> page) {
    return (count != null && isKnown)
        ? position >= count
        : page.isTakeProven(asked, longest) && page.size() < page.take;
  }

  /** Returns the number of items that have not been received yet according to the count, or 0. */
  long left() {
    // If nothing changes, no more items can be missing, whatever the position is.
    long received = state.drift == 0 ? Math.max(position, state.known.size()) : position;
    return count == null || !isKnown ? 0 : count - received;
  }

  /** Returns whether the count confirms that the position is the end of the list. */
  boolean isCounted() {
    return isKnown && count != null && count == position && state.drift == 0;
  }
}
