package ai.withcortex.client.internal.paging;

import org.jspecify.annotations.Nullable;

/**
 * Chooses the next window. The window overlaps the items read so far, or starts earlier if
 * deletions have shifted items across its boundary. The more items are deleted, the more windows
 * overlap.
 */
final class NextWindow {
  /** The reason why no page overlaps the items read so far. */
  static final String MOVED = "the items read so far were deleted, or moved on too fast";

  private static final long NOWHERE = Long.MAX_VALUE;

  /** The desired overlap of windows, in items. */
  private int overlap = 1;

  private int stepsBack;

  /** The start of the earliest window that started too late, until a new item is found. */
  private long beyond = NOWHERE;

  /** Returns the window after the given one, or null if it may not simply follow. */
  @Nullable Window following(Window window, int distance, int take, int base) {
    return isStraight()
        ? Window.overlapping(window.start + window.take, take, overlapAfter(distance + 1), base)
        : null;
  }

  /** Returns whether the next window simply follows the last one. */
  private boolean isStraight() {
    return beyond == NOWHERE;
  }

  /** Records that a window was delivered. */
  void delivered(boolean isAsExpected, boolean isFresh) {
    overlap = isAsExpected ? relaxed(overlap) : overlap;
    stepsBack = 0;
    beyond = isFresh ? NOWHERE : beyond;
  }

  /** Forgets the windows that started too late, because a different search follows. */
  void forget() {
    beyond = NOWHERE;
  }

  /** Returns the overlap after the given number of further windows without unexpected changes. */
  private int overlapAfter(int windows) {
    int after = overlap;
    for (int i = 0; i < windows; i++) {
      after = relaxed(after);
    }
    return after;
  }

  private static int relaxed(int overlap) {
    return Math.max(1, overlap - overlap / 4 - 1);
  }

  /**
   * Returns the next window, or null if no window overlaps the items read so far. After many
   * deletions, this method halves the distance to new items.
   */
  @Nullable Window next(long frontier, int take, int base) {
    if (!isStraight() && beyond - frontier > 2L * take) {
      return Window.atOrBefore(frontier + (beyond - frontier) / 2, take, base);
    }
    return Window.overlapping(frontier, take, overlap, base);
  }

  /** Returns whether the window that started too late is only a step in halving the distance. */
  boolean halves(Window tooLate, long frontier) {
    if (stepsBack > 0 || isStraight() || tooLate.start <= frontier) {
      return false;
    }
    beyond = tooLate.start;
    return true;
  }

  /**
   * Returns a window well before the one that started too late, doubling the distance each time.
   */
  Window back(Window tooLate, int take, int base) {
    beyond = tooLate.start;
    overlap = Math.max(1, Math.min(take / 2, 2 * overlap + 1));
    long distance = Math.max(1, take / 2) * (1L << Math.min(stepsBack, 32));
    stepsBack++;
    return Window.atOrBefore(Math.max(0, tooLate.start - distance), take, base);
  }
}
