package ai.withcortex.client.internal.paging;

import org.jspecify.annotations.Nullable;

/**
 * Searches for the last delivered items in a list that may have changed in any way. The search
 * starts at their old position, continues where they would be if the count changed only before
 * them, and then moves further and further away in both directions.
 */
final class PositionSearch {
  private static final int SWEEPS = 2;
  private static final long MOST_GROWTH = 100;
  private static final long GROWTH_OF_A_SHORT_LIST = 1_000;

  private final int take;
  private final int base;
  private final boolean isPaged;

  /** Whether page 0 must be searched before page 1. */
  private boolean hasPageZero;

  private final long step;
  private long center;
  private @Nullable Long countThen;

  /** The end of the list, as far as it is known. */
  private long end = Long.MAX_VALUE;

  /** Whether the start of the list has been searched. */
  private boolean hasStart;

  private @Nullable Identity lastForward;
  private long distance;
  private boolean isForward;
  private int sweeps;
  private @Nullable Window next;

  /**
   * @param position the number of items before the next one to deliver
   * @param isPaged whether all windows are pages of the given take
   * @param isBaseGuessed whether page 0 may come before page 1, although the base is 1
   */
  PositionSearch(
      long position,
      int take,
      int base,
      boolean isPaged,
      boolean isBaseGuessed,
      @Nullable Long countThen) {
    this.take = take;
    this.base = base;
    this.isPaged = isPaged;
    hasPageZero = isBaseGuessed && base == 1;
    this.countThen = countThen;
    step = Math.max(1, isPaged ? take : take / 2);
    center = Math.max(0, position - 1 - (isPaged ? 0 : take / 4));
    next = at(center);
  }

  /** Returns the window to request, or null when every position has been searched. */
  @Nullable Window next() {
    return next;
  }

  /** Records that the window did not contain the items. */
  void missed(Window asked, PageContent<?> answer) {
    Long count = answer.count;
    if (count != null) {
      end = count;
    }
    boolean isSame = isForward && answer.first() != null && answer.first().equals(lastForward);
    // A last page is hardly ever full.
    boolean isRepeated = isSame && answer.size() < asked.take;
    if (isSame && !isRepeated) {
      // The list has grown by as much as the search has advanced.
      distance += step;
    }
    if (answer.items.isEmpty() || answer.number < asked.number || isRepeated) {
      end = Math.min(end, asked.start);
    }
    lastForward = isForward ? answer.first() : lastForward;
    hasStart |= asked.start == 0;
    if (hasStart && hasPageZero) {
      hasPageZero = false;
      next = Window.of(0, take, 0);
      return;
    }
    if (count != null && countThen != null && isCredible(count - countThen)) {
      center = Math.max(0, center + count - countThen);
      countThen = null;
      next = at(center);
    } else {
      next = further();
    }
  }

  /**
   * Returns whether the list may have changed by this much. Counts from a server can be arbitrary.
   */
  private boolean isCredible(long change) {
    return change != 0 && Math.abs(change) <= MOST_GROWTH * (center + GROWTH_OF_A_SHORT_LIST);
  }

  private @Nullable Window further() {
    while (!hasStart || center + distance < end) {
      isForward = !isForward && distance > 0;
      distance += isForward ? 0 : step;
      long offset = isForward ? center + distance : center - distance;
      boolean isWorthwhile = isForward ? offset < end : !hasStart;
      if (isWorthwhile) {
        return at(Math.max(0, offset));
      }
    }
    sweeps++;
    if (sweeps == SWEEPS) {
      return null;
    }
    center += step / 2;
    distance = 0;
    hasStart = false;
    isForward = false;
    lastForward = null;
    return at(center);
  }

  private Window at(long offset) {
    return isPaged ? Window.at(offset, take, base) : Window.atOrBefore(offset, take, base);
  }
}
