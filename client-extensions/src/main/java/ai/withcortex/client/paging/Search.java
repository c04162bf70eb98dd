package ai.withcortex.client.paging;

import org.jspecify.annotations.Nullable;

/**
 * Chooses the window that comes next: overlapping what was read, or earlier where deletions have
 * pulled items across the border. The more are deleted, the more windows overlap.
 */
final class Search {
  private static final long NOWHERE = Long.MAX_VALUE;

  /** By how many items windows should overlap. */
  private int overlap = 1;

  private int stepsBack;

  /** Where the earliest window that was too late begins, until something new is found. */
  private long beyond = NOWHERE;

  /** Whether the next window is simply the one behind the last. */
  boolean isStraight() {
    return beyond == NOWHERE;
  }

  /** A window was delivered. */
  void delivered(boolean isAsExpected, boolean isFresh) {
    overlap = isAsExpected ? relaxed(overlap) : overlap;
    stepsBack = 0;
    beyond = isFresh ? NOWHERE : beyond;
  }

  /** The windows after a window will be chosen otherwise. */
  void forget() {
    beyond = NOWHERE;
  }

  /** How much windows will overlap after so many that are as expected. */
  int overlapAfter(int windows) {
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
   * Goes on; but where deletions were many, halves the distance to what is new. Null if no window
   * overlaps what was read.
   */
  @Nullable Window next(long frontier, int take, int base) {
    if (!isStraight() && beyond - frontier > 2L * take) {
      return Window.atOrBefore(frontier + (beyond - frontier) / 2, take, base);
    }
    return Window.overlapping(frontier, take, overlap, base);
  }

  /** Whether the window that was too late only halves the distance. */
  boolean halves(Window tooLate, long frontier) {
    if (stepsBack > 0 || isStraight() || tooLate.start <= frontier) {
      return false;
    }
    beyond = tooLate.start;
    return true;
  }

  /** A window well before one that was too late, and each time twice as far. */
  Window back(Window tooLate, int take, int base) {
    beyond = tooLate.start;
    overlap = Math.max(1, Math.min(take / 2, 2 * overlap + 1));
    long distance = Math.max(1, take / 2) * (1L << Math.min(stepsBack, 32));
    stepsBack++;
    return Window.atOrBefore(Math.max(0, tooLate.start - distance), take, base);
  }
}
