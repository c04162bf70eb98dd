package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.PagingContractException;
import org.jspecify.annotations.Nullable;

/**
 * The part of the list covered by one request: page {@code number}, with {@code take} items per
 * page.
 */
public final class Window {
  public final int number;
  public final int take;

  /** The number of items before the window. */
  final long start;

  /** The minimum take with which windows can be made to overlap. */
  static final int LONG_ENOUGH = 20;

  /** The maximum take of windows that must overlap, because each size is tried. */
  private static final int GREATEST = 10_000;

  private Window(int number, int take, long start) {
    this.number = number;
    this.take = take;
    this.start = start;
  }

  /**
   * @param base the number of the first page
   */
  static Window of(long number, int take, int base) {
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new PagingContractException(
          String.format(
              "The list has more items than pages up to %d (take %d) can hold. Start over with a"
                  + " larger take.",
              Integer.MAX_VALUE, take));
    }
    return new Window((int) number, take, Math.max(0, number - base) * take);
  }

  /** Returns the page that contains the item after the given number of items. */
  static Window at(long offset, int take, int base) {
    return of(offset / take + base, take, base);
  }

  /**
   * Returns the window that reaches furthest beyond the frontier among those that start at least
   * {@code overlap} items before it. If there is none, returns the window that starts earliest, or
   * null if every window up to the given take starts at or after the frontier.
   */
  static @Nullable Window overlapping(long frontier, int take, int overlap, int base) {
    int furthest = 0;
    long gain = 0;
    int earliest = 0;
    for (int t = Math.min(take, GREATEST); t > 0; t--) {
      long before = frontier % t;
      if (before >= Math.min(overlap, frontier) && t - before > gain) {
        furthest = t;
        gain = t - before;
      }
      if (before > 0 && (earliest == 0 || before > frontier % earliest)) {
        earliest = t;
      }
    }
    int best = furthest == 0 ? earliest : furthest;
    return best == 0 || frontier == 0 ? null : of(frontier / best + base, best, base);
  }

  /**
   * Returns a window of at least half the given take that starts at the offset or as close before
   * it as possible.
   *
   * <p>At the start of the list, any take will do. The window has a take below the given one,
   * because a server that ignores takes reveals this by sending more.
   */
  static Window atOrBefore(long offset, int take, int base) {
    int greatest = Math.min(take, GREATEST);
    int best = greatest;
    for (int t = greatest; t > greatest / 2; t--) {
      if (offset % t < offset % best) {
        best = t;
      }
    }
    return offset < best
        ? of(base, Math.max(1, greatest - 1), base)
        : of(offset / best + base, best, base);
  }

  public boolean isSameAs(Window other) {
    return number == other.number && take == other.take;
  }

  /** Returns a copy of the window for a separate request. */
  Window copy() {
    return new Window(number, take, start);
  }

  @Override
  public String toString() {
    return "page " + number + " (take " + take + ")";
  }
}
